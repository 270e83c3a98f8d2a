import functools
import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Scores:
    values: "tuple[float, ...]"


@functools.lru_cache
def _shares(scores: Scores) -> tuple:
    top = max(scores.values)
    powers = [math.exp(value - top) for value in scores.values]
    return tuple(power / math.fsum(powers) for power in powers)


def softmax(x):
    return _shares(Scores(tuple(x)))
