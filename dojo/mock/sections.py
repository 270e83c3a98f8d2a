"""What a mock interview of so many minutes holds: warm-up questions, one kata, open questions, the candidate's own.

Topics are drawn by their weight for the role; every interview has questions on LLM systems and on fundamentals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from msgspec import Struct

from dojo.bank.bank import Bank
from dojo.bank.shard import Entry
from dojo.drill.choose import fitting, usable
from dojo.progress import Planned
from dojo.quiz.choose import keep_apart
from dojo.schedule.roles import EMPHASIS, Role
from grader.catalogue import Kata

WARM, CODE, OPEN, OWN = "warm", "code", "open", "own"
REVIEW = "review"  # after the interview, without a clock: what did the open answers say?
SHARES = {WARM: 0.2, CODE: 0.45, OPEN: 0.25, OWN: 0.1}  # of the minutes
EACH = {WARM: 1.5, OPEN: 5.5}  # minutes for a question
SYSTEMS = frozenset({"agents", "alignment", "decoding", "fine_tuning", "hallucination", "modern_llm", "rag", "serving"})
WARM_LEVELS = (1, 2)
_SEEDS = 2**32
_SPARE = 8  # questions more than are needed, in case some must be kept apart


class Outline(Struct, frozen=True):
    """An interview before it begins. `kata` is (slug, par minutes), None where no kata can run."""

    minutes: float
    role: Role
    warm: tuple[Planned, ...]
    kata: tuple[str, int] | None
    open: tuple[Planned, ...]

    def budget(self, section: str) -> float:
        """Seconds of a section."""
        return self.minutes * 60 * SHARES[section]


def outline(bank: Bank, katas: Mapping[str, Kata], minutes: float, role: Role, seed: int) -> Outline:
    """The interview of this seed: nothing else decides, so that two people can sit the same one."""
    random = Random(seed)
    weights = EMPHASIS[role].weights
    entries = list(bank.entries())
    warm = [entry for entry in entries if entry.kind != "open" and entry.level in WARM_LEVELS]
    talks = [entry for entry in entries if entry.kind == "open"]
    count = {name: max(round(minutes * SHARES[name] / EACH[name]), 1) for name in EACH}
    return Outline(
        minutes, role,
        _drawn(bank, warm, max(count[WARM], 2), weights, random),
        _kata(katas, minutes * SHARES[CODE], weights, random),
        _drawn(bank, talks, count[OPEN], weights, random),
    )  # fmt: skip


def _drawn(
    bank: Bank, entries: Sequence[Entry], count: int, weights: Mapping[str, float], random: Random
) -> tuple[Planned, ...]:
    """`count` questions, half of them (rounded up) on LLM systems, in a mixed order."""
    order = sorted(entries, key=lambda entry: random.random() ** (1 / weights.get(entry.topic, 1.0)), reverse=True)
    systems = [entry.id for entry in order if entry.topic in SYSTEMS]
    rest = [entry.id for entry in order if entry.topic not in SYSTEMS]
    half = (count + 1) // 2
    first = [*systems[:half], *rest[: count - half]]
    left = [*systems[half : half + _SPARE], *rest[count - half : count - half + _SPARE]]
    chosen = keep_apart(bank, [*first, *left], count)
    random.shuffle(chosen)
    return tuple(Planned(name, random.randrange(_SEEDS)) for name in chosen)


def _kata(
    katas: Mapping[str, Kata], minutes: float, weights: Mapping[str, float], random: Random
) -> tuple[str, int] | None:
    """A kata whose par time fits; the longer ones that do are likelier, since they say more."""
    here = usable(katas.values())
    if not here:
        return None
    fits = [kata for kata in here if kata.minutes <= minutes] or fitting(here, 1, minutes)
    order = sorted(
        fits,
        key=lambda kata: random.random() ** (1 / (weights.get(kata.topic, 1.0) * kata.minutes)),
        reverse=True,
    )
    return order[0].slug, order[0].minutes
