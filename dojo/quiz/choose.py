"""Which questions a session asks: a fair draw over the banks, or what is worth most by what the learner remembers.

With a seed of the learner's own the draw depends on nothing but the banks, so that two people can sit the same quiz.
What is worth most is `dojo.schedule`'s to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

from dojo.bank.bank import Bank, Entry
from dojo.progress import Planned

if TYPE_CHECKING:
    from dojo.quiz.journal import Remembered
    from dojo.schedule.queue import Mix

_SEEDS = 2**32


class Filter(Struct, frozen=True):
    """Which questions may be asked: of these topics and kinds (empty: all) and this level (None: all)."""

    topics: Collection[str] = ()
    level: int | None = None
    kinds: Collection[str] = ()

    def entries(self, bank: Bank) -> Sequence[Entry]:
        entries = bank.entries(self.topics, self.level)
        return [entry for entry in entries if entry.kind in self.kinds] if self.kinds else entries

    def fits(self, bank: Bank, question: str) -> bool:
        """Whether the bank has the question and it may be asked."""
        entry = bank.entry(question)
        return (
            entry is not None
            and (not self.topics or entry.topic in self.topics)
            and self.level in (None, entry.level)
            and (not self.kinds or entry.kind in self.kinds)
        )


def draw_fairly(bank: Bank, wanted: Filter, count: int, seed: int) -> list[Planned]:
    """At most `count` questions, each as likely as any other, with the seeds of their variants."""
    random = Random(seed)
    entries = wanted.entries(bank)
    chosen = [entry.id for entry in random.sample(entries, min(count, len(entries)))]
    return [Planned(question, random.randrange(_SEEDS)) for question in chosen]


def worth_most(bank: Bank, wanted: Filter, count: int, seed: int, remembered: Remembered) -> tuple[list[Planned], Mix]:
    """At most `count` questions that are worth most today, in a mixed order, and what they are made of."""
    from dojo.schedule import queue

    random = Random(seed)
    memories, day, interview = remembered.memories, remembered.day, remembered.interview

    def fits(question: str) -> bool:
        return wanted.fits(bank, question)

    if interview is None:
        chosen = queue.worth_most(wanted.entries(bank), memories.questions, day, count, random, fits)
    else:
        from dojo.schedule.plan import questions_for_today

        narrowed = wanted != Filter()
        order = questions_for_today(bank, memories, interview, day, None if narrowed else 2 * count, remembered.derived)
        chosen = queue.missed_first(order, memories.questions, count, fits)
    mix = queue.mix_of(chosen, memories.questions, day, interview.date if interview else None)
    random.shuffle(chosen)
    return [Planned(question, random.randrange(_SEEDS)) for question in chosen], mix


def again(questions: Sequence[str], seed: int) -> list[Planned]:
    """The same questions in new variants: what a review of the missed ones asks."""
    random = Random(seed)
    return [Planned(question, random.randrange(_SEEDS)) for question in questions]
