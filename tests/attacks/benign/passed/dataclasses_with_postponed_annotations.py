"""Dataclasses whose annotations are texts, which look their module up while it is being run.

quick: yes
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Scores:
    values: tuple[float, ...] = field(default=())
    known: ClassVar[dict[str, float]] = {}

    def shares(self) -> list[float]:
        if not self.values:
            raise ValueError("no scores")
        powers = [math.exp(value - max(self.values)) for value in self.values]
        return [power / math.fsum(powers) for power in powers]


def softmax(x: list[float]) -> list[float]:
    return Scores(tuple(x)).shares()
