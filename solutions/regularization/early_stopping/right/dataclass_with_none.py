"""A dataclass with slots whose best loss starts as None; NaN is asked for by name."""

from __future__ import annotations

import math
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class EarlyStopping:
    patience: int
    min_delta: float = 0.0
    best_loss: float | None = field(default=None, init=False)
    best_state: Any = field(default=None, init=False)
    waited: int = field(default=0, init=False)

    def step(self, loss: float, state: Any) -> bool:
        if self.improves(loss):
            self.best_loss, self.best_state, self.waited = float(loss), deepcopy(state), 0
        else:
            self.waited += 1
        return self.waited >= self.patience

    def improves(self, loss: float) -> bool:
        if math.isnan(loss):
            return False
        return self.best_loss is None or self.best_loss - loss > self.min_delta
