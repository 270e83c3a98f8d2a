"""What is worth asking now: first what was missed, then what is due, then what is new.

Recall falls with the days since the last review over the stability, whatever the parameters, so an order by that share
is an order by recall, and an item is due where the share reaches 1 (a recall of 90 %).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from random import Random
from typing import Protocol

from msgspec import Struct

from dojo.schedule.memory import Memory
from dojo.schedule.ratings import Rating

KATA_SHARE = 0.3  # of a sitting, at most, on the ideas of katas that were not passed
NEW_SHARE = 0.2  # of a sitting is kept for new items while there are any: else a backlog would end all progress
_LOOKED_AT = 4  # times as many items as are needed are looked at for new ones, never the whole bank


class Item(Protocol):
    @property
    def id(self) -> str: ...


class Mix(Struct, frozen=True):
    """How many items of a sitting were missed the last time, are on a kata that was not passed, are due, are new, or
    come before they are due.

    `until` is the date of the interview that the sitting was chosen for, if there is one.
    """

    missed: int = 0
    kata: int = 0
    due: int = 0
    new: int = 0
    early: int = 0
    until: str | None = None


class Standing(Struct, frozen=True):
    """How many items were seen, were missed the last time, and are due on a day (the missed ones among them)."""

    seen: int
    missed: int
    due: int


def standing(memories: Mapping[str, Memory], day: int, there: Callable[[str], bool] = lambda name: True) -> Standing:
    """Where a learner stands on `day`; items that are no longer `there` do not count."""
    kept = [memory for name, memory in memories.items() if there(name)]
    missed = sum(memory.rating == Rating.AGAIN for memory in kept)
    due = sum(memory.rating == Rating.AGAIN or overdue(memory, day) >= 1 for memory in kept)
    return Standing(len(kept), missed, due)


def overdue(memory: Memory, day: int) -> float:
    """Days since the last review over the stability; due at 1 and more."""
    return max(day - memory.day, 0) / memory.stability


def worth_most(
    items: Sequence[Item],
    memories: Mapping[str, Memory],
    day: int,
    count: int,
    random: Random,
    fits: Callable[[str], bool],
) -> list[str]:
    """At most `count` ids, those that are worth most on `day` first.

    `items` are all that can be asked; `fits` tells whether an id that is remembered is among them.
    """
    ranked = sorted(memories, key=lambda name: -overdue(memories[name], day))
    missed = _first(count, (name for name in _oldest_missed(memories) if fits(name)))
    taken = set(missed)
    room = count - len(missed)
    new = _new(items, memories, room, random)
    reserved = min(len(new), round(NEW_SHARE * count))
    due = _first(
        max(room - reserved, 0),
        (name for name in ranked if name not in taken and overdue(memories[name], day) >= 1 and fits(name)),
    )
    new = new[: room - len(due)]
    taken.update(due)
    left = room - len(due) - len(new)
    later = (name for name in ranked if name not in taken and memories[name].day < day and fits(name))
    early = _first(left, later)
    if left > len(early):  # everything was answered today: better again than nothing
        taken.update(early)
        early += _first(left - len(early), (name for name in ranked if name not in taken and fits(name)))
    return [*missed, *due, *new, *early]


def on_failed_katas(
    katas: Mapping[str, Memory],
    questions: Mapping[str, Memory],
    training: Callable[[str], Sequence[str]],
    count: int,
    fits: Callable[[str], bool],
) -> list[str]:
    """At most a share of `count` questions on the ideas of katas whose last attempt failed, not answered since."""
    failed = [name for name, memory in katas.items() if memory.rating == Rating.AGAIN]
    failed.sort(key=lambda name: -katas[name].day)
    found = (
        question
        for kata in failed
        for question in training(kata)
        if (question not in questions or questions[question].day < katas[kata].day) and fits(question)
    )
    return list(dict.fromkeys(_first(round(KATA_SHARE * count), found)))


def after_missed(order: Sequence[str], names: Sequence[str], memories: Mapping[str, Memory]) -> list[str]:
    """`order` with `names` moved up behind what it begins with that was missed the last time."""
    missed = takewhile(lambda name: name in memories and memories[name].rating == Rating.AGAIN, order)
    return list(dict.fromkeys([*missed, *names, *order]))


def mix_of(
    names: Iterable[str],
    memories: Mapping[str, Memory],
    day: int,
    until: str | None = None,
    on_katas: Collection[str] = (),
) -> Mix:
    """What a choice of items is made of."""
    counts = {"missed": 0, "kata": 0, "due": 0, "new": 0, "early": 0}
    for name in names:
        memory = memories.get(name)
        if name in on_katas and (memory is None or memory.rating != Rating.AGAIN):
            counts["kata"] += 1
        elif memory is None:
            counts["new"] += 1
        elif memory.rating == Rating.AGAIN:
            counts["missed"] += 1
        else:
            counts["due" if overdue(memory, day) >= 1 else "early"] += 1
    return Mix(**counts, until=until)


def _oldest_missed(memories: Mapping[str, Memory]) -> list[str]:
    missed = [name for name, memory in memories.items() if memory.rating == Rating.AGAIN]
    return sorted(missed, key=lambda name: memories[name].day)


def _new(items: Sequence[Item], memories: Mapping[str, Memory], count: int, random: Random) -> list[str]:
    """At most `count` items that were never asked, drawn fairly."""
    if len(items) <= 50 * count or len(memories) * 2 > len(items):
        fresh = [item.id for item in items if item.id not in memories]
        return random.sample(fresh, min(count, len(fresh)))
    drawn = random.sample(items, min(_LOOKED_AT * count, len(items)))
    return _first(count, (item.id for item in drawn if item.id not in memories))


def _first(count: int, names: Iterable[str] | Iterator[str]) -> list[str]:
    return list(islice(names, count))
