"""Caches by hand and by decorator; answers a named tuple."""

import functools
import math
from collections import namedtuple

seen = {}


def remembered(function):
    @functools.wraps(function)
    def inner(x):
        key = tuple(x)
        if key not in seen:
            seen[key] = function(x)
        return seen[key]

    return inner


@functools.lru_cache(maxsize=None)
def exp(value):
    return math.exp(value)


@remembered
def softmax(x):
    if not x:
        raise ValueError("no scores")
    powers = [exp(value - max(x)) for value in x]
    kind = namedtuple("Shares", [f"share{number}" for number in range(len(x))])
    return kind(*(power / math.fsum(powers) for power in powers))
