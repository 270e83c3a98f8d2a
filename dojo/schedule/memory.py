"""What is remembered of one item, by the model of FSRS-6; the only module that knows of FSRS.

Days are the learner's own, numbered: two answers on one local day are a day's work, whatever the hours between them.
The library is imported only when something is reviewed; what is remembered today is one line of arithmetic.
Source: Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling" (KDD 2022);
the formulas and default parameters of version 6 are those of the `fsrs` package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from math import log, log2
from typing import TYPE_CHECKING

from msgspec import Struct

from dojo.schedule.ratings import Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9  # an item is due when the chance of recalling it has fallen to this
DECAY = 0.1542  # FSRS-6's default; with parameters of one's own the last of them
VERSION = "fsrs-6, 3"  # of what is derived: another one has it derived anew
BINS = 2  # for each doubling of days over stability

Review = Callable[["Memory | None", Rating, int], "Memory"]


class Memory(Struct, frozen=True, array_like=True):
    """Stability in days (recall falls to 90 % after it), difficulty 1 to 10, and the local day of the last review."""

    stability: float
    difficulty: float
    day: int
    rating: int
    reviews: int = 1
    lapses: int = 0


def recall(memory: Memory, day: int, decay: float = DECAY, stretch: float = 1.0) -> float:
    """The chance, 0 to 1, that the item is recalled on `day`; `stretch` multiplies the stability (`fitted_stretch`)."""
    return curve(max(day - memory.day, 0) / (memory.stability * stretch), decay)


def curve(share: float, decay: float = DECAY) -> float:
    """Recall after `share` stabilities: the power law of FSRS-6, 0.9 at 1."""
    return float((1 + (0.9 ** (-1 / decay) - 1) * share) ** -decay)


def bin_of(share: float) -> int:
    """The bin of a share of days over stability, for counting how often was recalled what was so long ago."""
    return round(BINS * log2(share))


def fitted_stretch(observed: Mapping[int, tuple[int, int]]) -> float:
    """How much longer (above 1) or shorter this learner remembers than the default parameters say.

    The likeliest factor for the reviews and successes counted by `bin_of`, with a prior that it is 1 within a factor
    of about e: one number from the first weeks of a history; to fit all parameters takes thousands of reviews.
    """

    def likelihood(stretch: float) -> float:
        total = -(log(stretch) ** 2) / 2
        for place, (reviews, right) in observed.items():
            chance = min(max(curve(2 ** (place / BINS) / stretch), 0.01), 0.99)
            total += right * log(chance) + (reviews - right) * log(1 - chance)
        return total

    return max((2 ** (step / 2) for step in range(-12, 7)), key=likelihood)


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
