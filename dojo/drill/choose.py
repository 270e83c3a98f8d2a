"""Which katas a drill takes: what is worth most by what the learner remembers, as far as the minutes reach.

With a seed of the learner's own nothing but it decides, so that two people can do the same drill.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from dojo.schedule.memory import Memory
from dojo.schedule.queue import overdue
from dojo.schedule.ratings import Rating
from grader.catalogue import Kata


def usable(katas: Iterable[Kata], topics: Sequence[str] = ()) -> list[Kata]:
    """The katas of `topics` (empty: all) that can run here: those for PyTorch only where it is installed."""
    torch = importlib.util.find_spec("torch") is not None
    return [kata for kata in katas if (torch or kata.needs != "pt") and (not topics or kata.topic in topics)]


def worth_most(
    katas: Sequence[Kata],
    memories: Mapping[str, Memory],
    day: int,
    random: Random,
    weights: Mapping[str, float] | None = None,
) -> list[Kata]:
    """All katas, those worth most on `day` first: missed, due, new (the easiest first), then what is not due yet.

    What was missed today waits until the rest is done. `weights` by topic decide among new katas of one level.
    """
    weight = weights or {}
    new = [
        (kata.level, -weight.get(kata.topic, 1.0), random.random(), kata) for kata in katas if kata.slug not in memories
    ]
    seen = [(memories[kata.slug], kata) for kata in katas if kata.slug in memories]
    seen.sort(key=lambda pair: -overdue(pair[0], day))
    missed = sorted((pair for pair in seen if pair[0].rating == Rating.AGAIN), key=lambda pair: pair[0].day)
    due = [pair for pair in seen if pair[0].rating != Rating.AGAIN and overdue(pair[0], day) >= 1]
    early = [pair for pair in seen if pair[0].rating != Rating.AGAIN and overdue(pair[0], day) < 1]
    before = [pair for pair in missed if pair[0].day < day]
    today = [pair for pair in missed if pair[0].day >= day]
    return [
        *(kata for _, kata in [*before, *due]),
        *(kata for *_, kata in sorted(new, key=lambda item: item[:3])),
        *(kata for _, kata in [*today, *early]),
    ]


def drawn_fairly(katas: Sequence[Kata], seed: int) -> list[Kata]:
    """All katas in an order that depends on the seed and the catalogue alone."""
    return Random(seed).sample(katas, len(katas))


def fitting(order: Sequence[Kata], count: int | None, minutes: float | None) -> list[Kata]:
    """The first katas of `order` whose par times fit into `minutes` together; at most `count`, one if neither is given.

    If not even one fits, the shortest of all is taken.
    """
    if minutes is None:
        return list(order[: count or 1])
    chosen: list[Kata] = []
    left = minutes
    for kata in order:
        if len(chosen) == (count or len(order)):
            break
        if kata.minutes <= left:
            chosen.append(kata)
            left -= kata.minutes
    return chosen or sorted(order, key=lambda kata: kata.minutes)[:1]
