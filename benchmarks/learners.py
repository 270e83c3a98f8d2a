"""Learners to be simulated: how they really forget, which no scheduler sees.

Two memory models, so that the plan is not only tested on the one it plans with. Parameters are drawn for each learner.
`PowerLaw` is FSRS-6 with parameters of the learner's own; `HalfLife` forgets exponentially, with a half-life that grows
with every success, more after a long pause (after Settles and Meeder, "A Trainable Spaced Repetition Model", ACL 2016).
"""

from __future__ import annotations

import copy
import math
from random import Random
from typing import Protocol, Self

from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from dojo.schedule.memory import Memory, recall, reviewing
from dojo.schedule.ratings import Rating

_SUCCESSES = (Rating.HARD, Rating.GOOD, Rating.EASY)
_SHARES = (0.15, 0.70, 0.15)


class Learner(Protocol):
    def recall(self, item: int, day: int) -> float:
        """The true chance of recalling the item; 0 for what was never seen."""

    def study(self, item: int, day: int, random: Random) -> Rating:
        """One review, with its outcome."""

    def copy(self) -> Self: ...


class PowerLaw:
    def __init__(self, random: Random, items: int) -> None:
        bounds = zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        own = [min(max(value * math.exp(random.gauss(0, 0.25)), low), high) for value, low, high in bounds]
        own[:4] = sorted(own[:4])  # a better first rating never means a shorter memory
        self._review, self._decay = reviewing(own), own[20]
        self._first = [random.betavariate(2, 2) for _ in range(items)]
        self._memory: list[Memory | None] = [None] * items

    def recall(self, item: int, day: int) -> float:
        memory = self._memory[item]
        return recall(memory, day, self._decay) if memory else 0.0

    def study(self, item: int, day: int, random: Random) -> Rating:
        chance = self.recall(item, day) if self._memory[item] else self._first[item]
        rating = _rating(chance, random)
        self._memory[item] = self._review(self._memory[item], rating, day)
        return rating

    def copy(self) -> Self:
        twin = copy.copy(self)
        twin._memory = [*self._memory]
        return twin


class HalfLife:
    def __init__(self, random: Random, items: int) -> None:
        self._base, self._gain = random.gauss(1.5, 0.5), random.gauss(0.9, 0.2)
        self._loss = random.gauss(-0.35, 0.15)
        self._ease = [random.gauss(0, 0.6) for _ in range(items)]
        self._first = [random.betavariate(2, 2) for _ in range(items)]
        self._state: list[tuple[float, int, int, float] | None] = [None] * items  # successes, failures, day, half-life

    def recall(self, item: int, day: int) -> float:
        state = self._state[item]
        return 2 ** (-max(day - state[2], 0) / state[3]) if state else 0.0

    def study(self, item: int, day: int, random: Random) -> Rating:
        state = self._state[item]
        chance = self.recall(item, day) if state else self._first[item]
        rating = _rating(chance, random)
        right, wrong = (state[0], state[1]) if state else (0.0, 0)
        if rating == Rating.AGAIN:
            wrong += 1
        else:
            right += 0.25 + 1.5 * (1 - chance) if state else 1.0  # what was nearly forgotten gains most
        exponent = self._base + self._ease[item] + self._gain * right**0.8 + self._loss * wrong
        self._state[item] = (right, wrong, day, max(2**exponent, 0.5))
        return rating

    def copy(self) -> Self:
        twin = copy.copy(self)
        twin._state = [*self._state]
        return twin


def _rating(chance: float, random: Random) -> Rating:
    return random.choices(_SUCCESSES, _SHARES)[0] if random.random() < chance else Rating.AGAIN
