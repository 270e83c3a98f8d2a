"""Early stopping, written to be read.

After each epoch one question decides everything: is this an improvement?

improvement  <=>  best_loss - loss > min_delta

Yes: remember the loss, copy the state, start counting again. No: count one
more; at `patience` in a row, stop. Prechelt (Early Stopping - But When?,
1998) compares such criteria.
"""

import copy
import math
from typing import Any


class EarlyStopping:
    """Stop after ``patience`` calls in a row without an improvement."""

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = math.inf  # the first finite loss is lower; NaN isn't
        self.best_state: Any = None
        self._without_improvement = 0  # calls in a row

    def step(self, loss: float, state: Any) -> bool:
        """Take in one epoch's loss and state; True if training must stop."""
        # Asked this way round, NaN answers "no" by itself: every comparison
        # with NaN is false. "Is it worse?" would let NaN pass as an
        # improvement, and nothing is ever lower than NaN.
        if self.best_loss - loss > self.min_delta:
            # Only here: a bar that follows small gains down never lets
            # anything improve on it.
            self.best_loss = loss
            # The optimiser goes on writing into the tensors in `state`, so a
            # reference or a shallow copy would follow the model.
            self.best_state = copy.deepcopy(state)
            self._without_improvement = 0
        else:
            self._without_improvement += 1
        return self._without_improvement >= self.patience
