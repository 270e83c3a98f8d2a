"""The plan to the day of the interview: what today holds, and what the days until then will look like.

Derived from the log and the banks each day anew, so a missed day needs no special care. How the days are filled
`outlook` says; here are the learner's minutes, their role, and the katas, which take whole blocks of time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import msgspec

from dojo.bank.bank import Bank
from dojo.progress import Interview
from dojo.schedule.memory import fitted_stretch, reviewing
from dojo.schedule.outlook import Candidate, Forecast, View, best_retention, first_of_last_days, forecast, ranked
from dojo.schedule.replay import Memories
from dojo.schedule.roles import EMPHASIS, ROLES, Role

FILE = "retention.msgpack"
_EPOCH = date(1970, 1, 1)
_USUAL_RETENTION = 0.8  # until the first simulation


class Kata(msgspec.Struct, frozen=True):
    """What the plan needs to know of a kata."""

    slug: str
    topic: str
    level: int
    minutes: int


class Day(msgspec.Struct, frozen=True):
    """One day of the calendar: reviews and new questions as the simulation has them, and the katas."""

    day: int
    reviews: int
    new: int
    katas: tuple[str, ...]


class Calendar(msgspec.Struct, frozen=True):
    """The days until the interview, expected recall (weighted by topic) on the day, and the same without practice."""

    days: tuple[Day, ...]
    recall: float
    untouched: float
    unseen: int
    katas_left: int


def day_of(iso: str) -> int:
    """The number of a calendar day."""
    return (date.fromisoformat(iso) - _EPOCH).days


def date_of(day: int) -> date:
    return _EPOCH + timedelta(days=day)


def candidates(bank: Bank, memories: Memories, interview: Interview) -> list[Candidate]:
    """All questions with their weight for the role; those of level 1 first where nothing else decides."""
    weights = EMPHASIS[_role(interview)].weights
    return [
        Candidate(entry.id, weights.get(entry.topic, 1.0), memories.questions.get(entry.id)) for entry in bank.entries()
    ]


def view_of(interview: Interview, memories: Memories) -> View:
    minutes = interview.minutes * (1 - EMPHASIS[_role(interview)].katas)
    return View(day_of(interview.date), minutes, reviewing(memories.parameters), fitted_stretch(memories.observed))


def questions_for_today(
    bank: Bank, memories: Memories, interview: Interview, today: int, count: int | None, derived: Path | None
) -> list[str]:
    """The questions that the plan wants today, most urgent first; at most `count`, None: all."""
    view = view_of(interview, memories)
    retention = _kept_retention(derived, interview)
    last = first_of_last_days(today, view.target)
    order = ranked(candidates(bank, memories, interview), today, last, view, retention)
    return [one.id for one in order[:count]]


def calendar(
    bank: Bank, katas: Sequence[Kata], memories: Memories, interview: Interview, today: int, derived: Path | None
) -> Calendar:
    """The days from today to the day before the interview, simulated; the retention that came out best is kept."""
    view, every = view_of(interview, memories), candidates(bank, memories, interview)
    retention = best_retention(every, today, view, chance=today)
    _keep_retention(derived, interview, retention)
    seen = forecast(every, today, view, retention, chance=today)
    blocks = kata_days(katas, memories, interview, today, len(seen.days))
    weights = sum(one.weight for one in every) or 1.0
    untouched = sum(one.weight * view.recall(one.memory, view.target) for one in every) / weights
    return Calendar(
        _days(seen, blocks, today), seen.recall, untouched, sum(one.memory is None for one in every),
        sum(not _passed(kata, memories) for kata in katas) - sum(map(len, blocks)),
    )  # fmt: skip


def kata_days(
    katas: Sequence[Kata], memories: Memories, interview: Interview, today: int, days: int
) -> list[tuple[str, ...]]:
    """The katas of each day: minutes are saved up until the next one fits, since half a kata is none."""
    emphasis = EMPHASIS[_role(interview)]
    open_ones = kata_order((kata for kata in katas if not _passed(kata, memories)), interview)
    saved, calendar = 0.0, []
    for _ in range(days):
        saved += interview.minutes * emphasis.katas
        chosen = []
        while open_ones and open_ones[0].minutes <= saved + interview.minutes * (1 - emphasis.katas):
            kata = open_ones.pop(0)
            saved -= kata.minutes
            chosen.append(kata.slug)
            if saved <= 0:
                break
        calendar.append(tuple(chosen))
    return calendar


def kata_order(katas: Iterable[Kata], interview: Interview) -> list[Kata]:
    """The easy ones first; of one level those of topics that count more for the role, then the short ones."""
    weights = EMPHASIS[_role(interview)].weights
    return sorted(katas, key=lambda kata: (kata.level, -weights.get(kata.topic, 1.0), kata.minutes, kata.slug))


def _passed(kata: Kata, memories: Memories) -> bool:
    attempt = memories.attempts.get(kata.slug)
    return attempt is not None and attempt.passed


def _days(seen: Forecast, blocks: Sequence[tuple[str, ...]], today: int) -> tuple[Day, ...]:
    return tuple(
        Day(today + place, reviews, new, katas)
        for place, ((reviews, new), katas) in enumerate(zip(seen.days, blocks, strict=True))
    )


def _role(interview: Interview) -> Role:
    return interview.role if interview.role in ROLES else "llm"


def _kept_retention(derived: Path | None, interview: Interview) -> float:
    """The retention of the last simulation for this interview."""
    with suppress(OSError, msgspec.MsgspecError):
        if derived is not None:
            kept = msgspec.msgpack.decode((derived / FILE).read_bytes(), type=tuple[str, float])
            if kept[0] == interview.date:
                return kept[1]
    return _USUAL_RETENTION


def _keep_retention(derived: Path | None, interview: Interview, retention: float) -> None:
    if derived is None:
        return
    part = derived / f"{FILE}.{os.getpid()}"
    with suppress(OSError):
        derived.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.msgpack.encode((interview.date, retention)))
        os.replace(part, derived / FILE)
