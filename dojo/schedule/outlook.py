"""What practice is worth on the day of the interview, and what to do today so that most is remembered then.

Far from the day, items are kept above a retention and what is new is learned; which retention pays best, a simulation
of the days left decides. In the last days every minute goes where it adds most recall on the day itself. Both look at
the learner's own pace of forgetting. A day's minutes can't be saved up, so each day is filled by itself, which also
replans after a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from dojo.schedule.memory import Memory, Review, recall
from dojo.schedule.ratings import Rating

FIRST_RIGHT = 0.5  # chance that a question nobody has seen is answered right: a prior, not measured
MARGINAL = 0.0  # in a retention's place: from the first day on, minutes go where they add most on the day
RETENTIONS = (MARGINAL, 0.5, 0.6, 0.7, 0.8, 0.9)
LAST_DAYS = 10  # before the day, at most half of the days left: here minutes go where they add most on the day
MISSED_SHARE = 0.15  # of a day's minutes, for what was missed the last time; without a bound, recall on the day suffers
_SIMULATED_DAYS = 90
_LOOKED_AT = 400  # items with the most left to gain, of which the exact value is worked out: a day holds far fewer
_KNOWN, _MISSED, _NEW = 0.6, 1.25, 1.5  # minutes for a question that is recalled, missed, met for the first time


class Candidate(Struct, frozen=True):
    """An item that could be practised, and how much it counts."""

    id: str
    weight: float = 1.0
    memory: Memory | None = None

    def minutes(self, recalled: bool) -> float:
        return _NEW if self.memory is None else _KNOWN if recalled else _MISSED


class View(Struct, frozen=True):
    """How the days look from today: the day of the interview, the minutes of each day, and how the learner forgets."""

    target: int
    minutes: float
    review: Review
    stretch: float = 1.0

    def recall(self, memory: Memory | None, day: int) -> float:
        return recall(memory, day, stretch=self.stretch) if memory else 0.0


class Forecast(Struct, frozen=True):
    """What a simulation of the days left comes to: reviews and new items by day, and mean recall on the target day."""

    days: tuple[tuple[int, int], ...]
    recall: float


def gain_per_minute(candidate: Candidate, today: int, view: View) -> float:
    """Weighted recall on the target day that practising the candidate today adds, by expected minute."""
    memory = candidate.memory
    known = view.recall(memory, today) if memory else FIRST_RIGHT
    after_right = view.recall(view.review(memory, Rating.GOOD, today), view.target)
    after_wrong = view.recall(view.review(memory, Rating.AGAIN, today), view.target)
    added = known * after_right + (1 - known) * after_wrong - view.recall(memory, view.target)
    minutes = known * candidate.minutes(True) + (1 - known) * candidate.minutes(False)
    return candidate.weight * added / minutes


def ranked(candidates: Sequence[Candidate], today: int, last: int, view: View, retention: float) -> list[Candidate]:
    """What to practise today, most urgent first: some of what was missed, the oldest first, then the rest.

    Of the rest, what was practised today already is left out, but for what was missed even so: that comes at the end.
    `last` is the first of the last days.
    """
    missed = [one for one in candidates if one.memory and one.memory.rating == Rating.AGAIN]
    missed.sort(key=lambda one: one.memory.day if one.memory else today)
    room = max(round(MISSED_SHARE * view.minutes / _MISSED), 1)
    first, taken = missed[:room], {one.id for one in missed[:room]}
    others = [one for one in candidates if one.id not in taken]
    once_more = (one for one in missed[room:] if one.memory and one.memory.day >= today)
    return [*first, *_by_worth(others, today, last, view, retention), *once_more]


def _by_worth(candidates: Sequence[Candidate], today: int, last: int, view: View, retention: float) -> list[Candidate]:
    open_ones = [one for one in candidates if one.memory is None or one.memory.day < today]
    if today >= last or retention == MARGINAL:
        at_most = sorted(open_ones, key=lambda one: -one.weight * (1 - view.recall(one.memory, view.target)))
        return sorted(at_most[:_LOOKED_AT], key=lambda one: -gain_per_minute(one, today, view))
    seen = sorted(((view.recall(one.memory, today), one) for one in open_ones if one.memory), key=lambda pair: pair[0])
    due = [one for chance, one in seen if chance <= retention]
    new = sorted((one for one in open_ones if one.memory is None), key=lambda one: -one.weight)
    return [*due, *new, *(one for chance, one in seen if chance > retention)]


def first_of_last_days(today: int, target: int) -> int:
    return target - min(LAST_DAYS, max((target - today + 1) // 2, 1))


def best_retention(candidates: Sequence[Candidate], today: int, view: View, chance: int) -> float:
    """The retention that leaves most recall on the target day, by simulation with the learner's own forgetting."""
    return max(RETENTIONS, key=lambda each: forecast(candidates, today, view, each, chance).recall)


def forecast(candidates: Sequence[Candidate], today: int, view: View, retention: float, chance: int) -> Forecast:
    """One simulated run of the days left. The same `chance` gives the same luck to every retention that is compared."""
    random = Random(chance)
    items = {one.id: one for one in _reachable(candidates, today, view)}
    last = first_of_last_days(today, view.target)
    days = []
    for day in range(today, min(view.target, today + _SIMULATED_DAYS)):
        left, reviews, new = view.minutes, 0, 0
        for one in ranked(list(items.values()), day, last, view, retention):
            if left <= 0:
                break
            known = view.recall(one.memory, day) if one.memory else FIRST_RIGHT
            recalled = random.random() < known
            left -= one.minutes(recalled)
            reviews, new = reviews + (one.memory is not None), new + (one.memory is None)
            rating = Rating.GOOD if recalled else Rating.AGAIN
            items[one.id] = replace(one, memory=view.review(one.memory, rating, day))
        days.append((reviews, new))
    weights = sum(one.weight for one in candidates) or 1.0
    remembered = sum(one.weight * view.recall(one.memory, view.target) for one in items.values())
    return Forecast(tuple(days), remembered / weights)


def _reachable(candidates: Sequence[Candidate], today: int, view: View) -> Iterable[Candidate]:
    """Without new items that the minutes left can't reach: of 10,000 a plan of three weeks sees a few hundred."""
    room = int(view.minutes * max(view.target - today, 1) / _NEW) + 1
    new = sorted((one for one in candidates if one.memory is None), key=lambda one: -one.weight)
    return [*(one for one in candidates if one.memory is not None), *new[:room]]
