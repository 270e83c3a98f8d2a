"""Which questions a session asks: a fair draw over the banks, or one that leans on what the learner did.

With a seed of the learner's own the draw depends on nothing but the banks, so that two people can sit the same quiz.
Spacing over days is the scheduler's business, not done here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import Protocol

from dojo.progress import Answer, Planned
from dojo.quiz.bank import Bank

_SEEDS = 2**32


class _Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def topic(self) -> str: ...

    @property
    def level(self) -> int: ...


def choose(
    bank: Bank,
    topics: Collection[str] | None,
    level: int | None,
    count: int,
    seed: int,
    history: Mapping[str, Answer] | None = None,
) -> list[Planned]:
    """At most `count` questions, each with the seed of its variant; with `history`, missed ones and new ones go first.

    At most a third are questions that were missed, the longest ago first.
    """
    entries = bank.entries(topics, level)
    random = Random(seed)
    if not history:
        chosen = [entry.id for entry in random.sample(entries, min(count, len(entries)))]
    else:
        chosen = _with_history(bank, entries, topics, level, count, random, history)
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
    count: int,
    random: Random,
    history: Mapping[str, Answer],
) -> list[str]:
    due = [answer for answer in history.values() if answer.outcome in ("wrong", "partly")]
    missed: list[str] = []
    for answer in sorted(due, key=lambda answer: answer.at):
        entry = bank.entry(answer.question)
        if entry and (not topics or entry.topic in topics) and level in (None, entry.level):
            missed.append(entry.id)
        if len(missed) == count // 3:
            break
    # a few times as many as needed are looked at, never the whole bank
    looked_at = [entry.id for entry in random.sample(entries, min(4 * count, len(entries)))]
    others = [question for question in looked_at if question not in missed]
    others.sort(key=lambda question: history[question].at if question in history else 0.0)
    chosen = (missed + others)[:count]
    random.shuffle(chosen)
    return chosen
