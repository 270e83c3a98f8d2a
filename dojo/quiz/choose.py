"""Which questions a session asks: a fair draw over the banks, or one that leans on what the learner did.

With a seed of the learner's own the draw depends on nothing but the banks, so that two people can sit the same quiz.
Spacing over days is the scheduler's business, not done here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from random import Random
from typing import Protocol

from dojo.bank.bank import Bank
from dojo.progress import Planned

_SEEDS = 2**32


class History(Protocol):
    """What a learner did: which questions were missed, the longest ago first, and when some were last answered."""

    def missed(self) -> Iterable[str]: ...

    def last_asked(self, questions: Sequence[str]) -> dict[str, float]: ...


class _Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def topic(self) -> str: ...

    @property
    def level(self) -> int: ...

    @property
    def kind(self) -> str: ...


def choose(
    bank: Bank,
    topics: Collection[str] | None,
    level: int | None,
    count: int,
    seed: int,
    history: History | None = None,
    kinds: Collection[str] = (),
) -> list[Planned]:
    """At most `count` questions, each with the seed of its variant; with `history`, missed ones and new ones go first.

    At most a third are questions that were missed, the longest ago first.
    """
    entries: Sequence[_Entry] = bank.entries(topics, level)
    if kinds:
        entries = [entry for entry in entries if entry.kind in kinds]
    random = Random(seed)
    if history is None:
        chosen = [entry.id for entry in random.sample(entries, min(count, len(entries)))]
    else:
        chosen = _with_history(bank, entries, topics, level, kinds, count, random, history)
    return [Planned(question, random.randrange(_SEEDS)) for question in chosen]


def again(questions: Sequence[str], seed: int) -> list[Planned]:
    """The same questions in new variants: what a review of the missed ones asks."""
    random = Random(seed)
    return [Planned(question, random.randrange(_SEEDS)) for question in questions]


def _with_history(
    bank: Bank,
    entries: Sequence[_Entry],
    topics: Collection[str] | None,
    level: int | None,
    kinds: Collection[str],
    count: int,
    random: Random,
    history: History,
) -> list[str]:
    def fits(question: str) -> bool:
        entry = bank.entry(question)
        return (
            entry is not None
            and (not topics or entry.topic in topics)
            and level in (None, entry.level)
            and (not kinds or entry.kind in kinds)
        )

    missed = list(islice(filter(fits, history.missed()), count // 3))
    # a few times as many as needed are looked at, never the whole bank
    looked_at = [entry.id for entry in random.sample(entries, min(4 * count, len(entries)))]
    others = [question for question in looked_at if question not in missed]
    asked = history.last_asked(others)
    others.sort(key=lambda question: asked.get(question, 0.0))
    chosen = (missed + others)[:count]
    random.shuffle(chosen)
    return chosen
