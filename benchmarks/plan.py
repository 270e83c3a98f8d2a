"""How much is remembered on the day of the interview, by plan and by rivals: python -m benchmarks.plan [LEARNERS]

Every rival has the same minutes on the same days, but for cramming, which spends the minutes of all days in the last
three. A review costs what its outcome costs (0.6 minutes recalled, 1.25 missed, 1.5 the first time). Schedulers see
outcomes only. Reported: the true chance of recall, averaged over all items, on the day; its mean over the days before;
and 7 days after. A minute on the day before the interview can't be cheated out of the mean before or the week after.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.learners import HalfLife, Learner, PowerLaw
from dojo.schedule.memory import Memory, bin_of, fitted_stretch, recall, reviewing
from dojo.schedule.outlook import Candidate, View, best_retention, first_of_last_days, ranked
from dojo.schedule.ratings import Rating

RECALLED, MISSED, FIRST = 0.6, 1.25, 1.5
SETTINGS = ((300, 7, 20.0), (300, 21, 20.0), (540, 21, 20.0), (540, 21, 40.0), (300, 60, 20.0))
REPLAN = 4  # days between two simulations of the plan's; the program does it at each `dojo plan`
_REVIEW = reviewing()


class Policy:
    """What a scheduler knows: outcomes by item. `order` yields items for a day until its minutes are used up."""

    def __init__(self, items: int, days: int, minutes: float, random: Random, learner: Learner) -> None:
        self.items, self.days, self.minutes, self.random, self.learner = items, days, minutes, random, learner
        self.memory: list[Memory | None] = [None] * items
        self.fresh = random.sample(range(items), items)

    def budget(self, day: int) -> float:
        return self.minutes

    def order(self, day: int) -> Iterator[int]:
        raise NotImplementedError  # each scheduler has its own

    def saw(self, item: int, rating: Rating, day: int) -> None:
        self.memory[item] = _REVIEW(self.memory[item], rating, day)

    def unseen(self) -> Iterator[int]:
        return (item for item in self.fresh if self.memory[item] is None)


class Planned(Policy):
    """The program's own plan."""

    retention: float | None = None

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.observed: dict[int, tuple[int, int]] = {}
        self.last = first_of_last_days(0, self.days)

    def order(self, day: int) -> Iterator[int]:
        view = View(self.days, self.minutes, _REVIEW, fitted_stretch(self.observed))
        candidates = [Candidate(str(item), 1.0, self.memory[item]) for item in self.fresh]
        if self.retention is None or day % REPLAN == 0:
            self.retention = best_retention(candidates, day, view, chance=day)
        yield from (int(one.id) for one in ranked(candidates, day, self.last, view, self.retention))

    def saw(self, item: int, rating: Rating, day: int) -> None:
        before = self.memory[item]
        if before and day > before.day:
            place = bin_of((day - before.day) / before.stability)
            reviews, right = self.observed.get(place, (0, 0))
            self.observed[place] = (reviews + 1, right + (rating > Rating.AGAIN))
        super().saw(item, rating, day)


class Retention(Policy):
    """FSRS with one retention: what is due first, the most forgotten first, then what is new."""

    retention = 0.9

    def order(self, day: int) -> Iterator[int]:
        seen = [(recall(memory, day), item) for item, memory in enumerate(self.memory) if memory and memory.day < day]
        yield from (item for chance, item in sorted(seen) if chance <= self.retention)
        yield from self.unseen()
        yield from (item for chance, item in sorted(seen) if chance > self.retention)


class Cramming(Retention):
    def budget(self, day: int) -> float:
        return self.minutes * self.days / 3 if day >= self.days - 3 else 0.0


class Leitner(Policy):
    """Boxes of 1, 2, 4, 8, 16 and 32 days; a miss falls back to the first."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.box = [0] * self.items

    def order(self, day: int) -> Iterator[int]:
        due = (i for i, memory in enumerate(self.memory) if memory and day - memory.day >= 2 ** self.box[i])
        yield from sorted(due, key=lambda item: self.box[item])
        yield from self.unseen()

    def saw(self, item: int, rating: Rating, day: int) -> None:
        super().saw(item, rating, day)
        self.box[item] = min(self.box[item] + 1, 5) if rating > Rating.AGAIN else 0


class Sm2(Policy):
    """Intervals like SuperMemo 2's (Wozniak 1990)."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.ease, self.interval, self.row = [2.5] * self.items, [0] * self.items, [0] * self.items

    def order(self, day: int) -> Iterator[int]:
        late = {i: day - memory.day - self.interval[i] for i, memory in enumerate(self.memory) if memory}
        yield from sorted((item for item in late if late[item] >= 0), key=lambda item: -late[item])
        yield from self.unseen()

    def saw(self, item: int, rating: Rating, day: int) -> None:
        super().saw(item, rating, day)
        grade = int(rating) + 1
        self.ease[item] = max(1.3, self.ease[item] + 0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))
        self.row[item] = self.row[item] + 1 if rating > Rating.AGAIN else 0
        first = {0: 1, 1: 1, 2: 6}
        self.interval[item] = first.get(self.row[item], round(self.interval[item] * self.ease[item]))


class Chance(Policy):
    def order(self, day: int) -> Iterator[int]:
        while True:
            yield self.random.randrange(self.items)


class Oracle(Policy):
    """Sees the learner's true memory and takes each day what adds most recall on the day itself, per minute."""

    def order(self, day: int) -> Iterator[int]:
        def gain(item: int) -> float:
            before, trials = self.learner.recall(item, self.days), (Random(1), Random(2))
            after = []
            for luck in trials:
                twin = self.learner.copy()
                twin.study(item, day, luck)
                after.append(twin.recall(item, self.days))
            return (statistics.mean(after) - before) / (RECALLED if self.memory[item] else FIRST)

        open_ones = [item for item in self.fresh if (memory := self.memory[item]) is None or memory.day < day]
        yield from sorted(open_ones, key=gain, reverse=True)


def fixed(retention: float) -> type[Policy]:
    return type(f"Retention{retention}", (Retention,), {"retention": retention})


FIXED = {f"FSRS at {share}": fixed(share) for share in (0.5, 0.6, 0.7, 0.8, 0.95)}
RIVALS: dict[str, type[Policy]] = {
    "the plan": Planned, "FSRS at 0.9": Retention, **FIXED, "SM-2": Sm2, "Leitner": Leitner,
    "cramming, 3 days": Cramming, "at random": Chance, "an oracle, a day ahead": Oracle,
}  # fmt: skip


def live(policy: type[Policy], kind: type, seed: int, setting: tuple[int, int, float]) -> tuple[float, float, float]:
    """One learner's recall on the day, over the days before, and 7 days after."""
    items, days, minutes = setting
    learner, luck = kind(Random(7 * seed + 1), items), Random(seed)
    scheduler = policy(items, days, minutes, Random(seed + 5), learner)
    before = []
    for day in range(days):
        left = scheduler.budget(day)
        for item in scheduler.order(day) if left > 0 else ():
            new = scheduler.memory[item] is None
            rating = learner.study(item, day, luck)
            scheduler.saw(item, rating, day)
            left -= FIRST if new else RECALLED if rating > Rating.AGAIN else MISSED
            if left <= 0:
                break
        before.append(statistics.mean(learner.recall(item, day + 1) for item in range(items)))
    on, after = (statistics.mean(learner.recall(item, day) for item in range(items)) for day in (days, days + 7))
    return on, statistics.mean(before), after


def main(learners: int) -> None:
    for setting in SETTINGS:
        items, days, minutes = setting
        for kind in (PowerLaw, HalfLife):
            print(f"\n{items} items, {days} days, {minutes:g} minutes a day; {learners} {kind.__name__} learners")
            print(_row("", "on the day", "10 % to 90 %", "before", "7 d after", "better than FSRS 0.9"))
            plain = [live(Retention, kind, seed, setting)[0] for seed in range(learners)]
            for name, policy in RIVALS.items():
                lives = [live(policy, kind, seed, setting) for seed in range(learners)]
                on = sorted(one[0] for one in lives)
                spread = f"{on[learners // 10]:.1%} to {on[-1 - learners // 10]:.1%}"
                better = sum(one[0] > base for one, base in zip(lives, plain, strict=True)) / learners
                means = [f"{statistics.mean(each):.1%}" for each in zip(*lives, strict=True)]
                print(_row(name, means[0], spread, means[1], means[2], f"{better:.0%}"), flush=True)


def _row(name: str, *cells: str) -> str:
    widths = (12, 16, 9, 11, 22)
    return f"  {name:24}" + "".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
