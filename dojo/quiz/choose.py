"""Which questions a session asks: a fair draw over the banks, or what is worth most by what the learner remembers.

With a seed of the learner's own the draw depends on nothing but the banks, so that two people can sit the same quiz.
What is worth most is `dojo.schedule`'s to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

from dojo.bank.bank import Bank, Entry
from dojo.progress import Planned

if TYPE_CHECKING:
    from dojo.quiz.journal import Remembered
    from dojo.schedule.queue import Mix

_SEEDS = 2**32
_SPARE = 5  # questions more than are asked for, in case some must be kept apart


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
    drawn = [entry.id for entry in random.sample(entries, min(count + _SPARE, len(entries)))]
    chosen = keep_apart(bank, drawn, count)
    return [Planned(question, random.randrange(_SEEDS)) for question in chosen]


def worth_most(bank: Bank, wanted: Filter, count: int, seed: int, remembered: Remembered) -> tuple[list[Planned], Mix]:
    """At most `count` questions that are worth most today, in a mixed order, and what they are made of."""
    from dojo.schedule import queue

    random = Random(seed)
    memories, day, interview = remembered.memories, remembered.day, remembered.interview

    def fits(question: str) -> bool:
        return wanted.fits(bank, question)

    on_katas = queue.on_failed_katas(memories.katas, memories.questions, bank.training, count, fits)
    if interview is None:
        entries = wanted.entries(bank)
        order = queue.worth_most(entries, memories.questions, day, count, random, fits)
        if len(keep_apart(bank, order, count)) < len(order):
            order += queue.worth_most(entries, memories.questions, day, count + _SPARE, random, fits)
    else:
        from dojo.schedule.plan import questions_for_today

        narrowed = wanted != Filter()
        order = questions_for_today(bank, memories, interview, day, None if narrowed else 2 * count, remembered.derived)
        order = list(islice(filter(fits, order), 2 * count))
    order = queue.after_missed(order, on_katas, memories.questions)
    chosen = keep_apart(bank, order, count)
    mix = queue.mix_of(chosen, memories.questions, day, interview.date if interview else None, on_katas)
    random.shuffle(chosen)
    return [Planned(question, random.randrange(_SEEDS)) for question in chosen], mix


def keep_apart(bank: Bank, order: Sequence[str], count: int) -> list[str]:
    """The first `count` of `order` of which none is answered by another one's feedback."""
    chosen: list[str] = []
    for question in order:
        if len(chosen) == count:
            break
        if question not in chosen and not bank.apart(question) & set(chosen):
            chosen.append(question)
    return chosen


def again(questions: Sequence[str], seed: int) -> list[Planned]:
    """The same questions in new variants: what a review of the missed ones asks."""
    random = Random(seed)
    return [Planned(question, random.randrange(_SEEDS)) for question in questions]
