"""What is remembered of one item, by the model of FSRS-6; the only module that knows of FSRS.

Days are the learner's own, numbered: two answers on one local day are a day's work, whatever the hours between them.
The library is imported only when something is reviewed; what is remembered today is one line of arithmetic.
Source: Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling" (KDD 2022);
the formulas and default parameters of version 6 are those of the `fsrs` package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from dojo.schedule.ratings import Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9  # an item is due when the chance of recalling it has fallen to this
DECAY = 0.1542  # FSRS-6's default; with parameters of one's own the last of them
VERSION = "fsrs-6"  # of the memory states: another one has them derived anew

Review = Callable[["Memory | None", Rating, int], "Memory"]


class Memory(Struct, frozen=True, array_like=True):
    """Stability in days (recall falls to 90 % after it), difficulty 1 to 10, and the local day of the last review."""

    stability: float
    difficulty: float
    day: int
    rating: int
    reviews: int = 1
    lapses: int = 0


def recall(memory: Memory, day: int, decay: float = DECAY) -> float:
    """The chance, 0 to 1, that the item is recalled on `day`."""
    factor = 0.9 ** (-1 / decay) - 1
    return float((1 + factor * max(day - memory.day, 0) / memory.stability) ** -decay)


def due_day(memory: Memory, retention: float = RETENTION, decay: float = DECAY) -> int:
    """The first day on which the chance of recall is `retention` or less; at least the day after the last review."""
    factor = 0.9 ** (-1 / decay) - 1
    days = memory.stability / factor * (retention ** (-1 / decay) - 1)
    return memory.day + max(int(-(-days // 1)), 1)


def reviewing(parameters: Sequence[float] | None = None) -> Review:
    """What a review with a rating on a day makes of a memory (None: the first one)."""
    import fsrs
    from fsrs.scheduler import DEFAULT_PARAMETERS

    scheduler = fsrs.Scheduler(
        parameters=tuple(parameters or DEFAULT_PARAMETERS), learning_steps=(), relearning_steps=(),
        enable_fuzzing=False,
    )  # fmt: skip
    return lambda memory, rating, day: _review(scheduler, memory, rating, day)


def _review(scheduler: Scheduler, memory: Memory | None, rating: Rating, day: int) -> Memory:
    import fsrs

    if memory is None:
        card = fsrs.Card(card_id=0)
    else:
        card = fsrs.Card(
            card_id=0, state=fsrs.State.Review, stability=memory.stability, difficulty=memory.difficulty,
            last_review=_noon(memory.day),
        )  # fmt: skip
        day = max(day, memory.day)  # a clock that was set back makes no time run backwards
    after, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), _noon(day))
    assert after.stability is not None
    assert after.difficulty is not None
    return Memory(
        after.stability,
        after.difficulty,
        day,
        int(rating),
        (memory.reviews if memory else 0) + 1,
        (memory.lapses if memory else 0) + (rating == Rating.AGAIN and memory is not None),
    )


def _noon(day: int) -> datetime:
    return datetime.fromtimestamp(day * 86_400 + 43_200, UTC)
