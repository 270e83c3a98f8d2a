"""Recursion: the halves' (maximum, scaled sum) are merged; a dataclass carries the pair, a generator the shares."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Mass:
    top: float
    total: float

    def __add__(self, other: Mass) -> Mass:
        high, low = (self, other) if self.top >= other.top else (other, self)
        if low.top == -math.inf:
            return high
        return Mass(high.top, high.total + low.total * math.exp(low.top - high.top))


def mass(x, start, stop):
    if stop - start == 1:
        return Mass(x[start], 1.0)
    middle = (start + stop) // 2
    return mass(x, start, middle) + mass(x, middle, stop)


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    whole = mass(x, 0, len(x))
    shares = (math.exp(v - whole.top) / whole.total for v in x)
    return list(shares)
