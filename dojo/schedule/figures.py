"""What the log says about practice itself: on which days, what comes due, how well memory and confidence held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from dojo.progress import Answer
from dojo.progress.events import Judged
from dojo.schedule.memory import BINS, Memory, curve, due_day
from dojo.schedule.ratings import Rating
from dojo.schedule.replay import Memories, local_day

AHEAD = 30  # days of the forecast
BACK = 56  # days of activity
HARDEST = 5
_ASKED_ENOUGH = 2  # answers before a question is called hard


class Recalled(Struct, frozen=True):
    """Reviews of items whose last review was about `days_per_stability` stabilities ago: recalled, and expected."""

    share: float
    reviews: int
    right: int
    expected: float


class Sureness(Struct, frozen=True):
    """Answers given with one confidence (3 sure, 1 a guess, None not said), and the mean of their scores."""

    confidence: int | None
    answers: int
    score: float


class Hard(Struct, frozen=True):
    """A question that is often missed."""

    question: str
    answers: int
    score: float


class Figures(Struct, frozen=True):
    """`active` counts answers and verdicts of the last days, the oldest first; `due` what comes due from today on."""

    streak: int
    active: tuple[int, ...]
    due: tuple[int, ...]
    recalled: tuple[Recalled, ...]
    sureness: tuple[Sureness, ...]
    hardest: tuple[Hard, ...]

    @property
    def reviews(self) -> int:
        return sum(one.reviews for one in self.recalled)

    @property
    def retention(self) -> float:
        """The share of reviews that were recalled."""
        return sum(one.right for one in self.recalled) / max(self.reviews, 1)

    @property
    def expected(self) -> float:
        """The same share as the memory model expected it."""
        return sum(one.expected * one.reviews for one in self.recalled) / max(self.reviews, 1)


def figures(
    answers: Sequence[Answer],
    verdicts: Iterable[Judged],
    remembered: Memories,
    today: int,
    there: Callable[[str], bool] = lambda name: True,
) -> Figures:
    """The figures as of `today`; items that are no longer `there` come due no more."""
    given = [answer for answer in answers if answer.outcome != "skipped"]
    days = Counter(map(local_day, [*(answer.at for answer in answers), *(judged.at for judged in verdicts)]))
    return Figures(
        streak=_streak(days, today),
        active=tuple(days.get(day, 0) for day in range(today - BACK + 1, today + 1)),
        due=_due([memory for name, memory in remembered.questions.items() if there(name)], today),
        recalled=tuple(_recalled(remembered.observed)),
        sureness=tuple(_sureness(given)),
        hardest=tuple(_hardest(answer for answer in given if there(answer.question))),
    )


def _streak(days: Mapping[int, int], today: int) -> int:
    """Days in a row up to today; a day that has only begun breaks none."""
    day = today if days.get(today) else today - 1
    count = 0
    while days.get(day - count):
        count += 1
    return count


def _due(memories: Iterable[Memory], today: int) -> tuple[int, ...]:
    due = Counter(today if memory.rating == Rating.AGAIN else max(due_day(memory), today) for memory in memories)
    return tuple(due.get(today + ahead, 0) for ahead in range(AHEAD))


def _recalled(observed: Mapping[int, tuple[int, int]]) -> Iterable[Recalled]:
    for place, (reviews, right) in sorted(observed.items()):
        share = 2 ** (place / BINS)
        yield Recalled(share, reviews, right, curve(share))


def _sureness(answers: Sequence[Answer]) -> Iterable[Sureness]:
    for confidence in (3, None, 1):
        scores = [answer.score for answer in answers if answer.confidence == confidence]
        if scores:
            yield Sureness(confidence, len(scores), sum(scores) / len(scores))


def _hardest(answers: Iterable[Answer]) -> list[Hard]:
    scores: dict[str, list[float]] = {}
    for answer in answers:
        scores.setdefault(answer.question, []).append(answer.score)
    hard = [Hard(name, len(each), sum(each) / len(each)) for name, each in scores.items() if len(each) >= _ASKED_ENOUGH]
    return sorted((one for one in hard if one.score < 1), key=lambda one: (one.score, -one.answers, one.question))[
        :HARDEST
    ]
