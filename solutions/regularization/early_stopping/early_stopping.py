"""Early stopping, written to be read.

After each epoch one question decides everything: is this an improvement?

improvement  <=>  best_loss - loss > min_delta

Yes: remember the loss, copy the state, start counting again. No: count one more; at `patience` in a row, stop
(Prechelt, Early Stopping - But When?, 1998, is the classic study of such criteria).
"""

import copy
import math
from typing import Any


class EarlyStopping:
    """Says when ``patience`` calls in a row brought no improvement of more than ``min_delta`` over the best loss."""

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = math.inf  # so the first finite loss improves on it; a NaN on the first call does not
        self.best_state: Any = None
        self._calls_without_improvement = 0

    def step(self, loss: float, state: Any) -> bool:
        """Take in the loss and the state of one epoch; return whether training must stop."""
        # Asked this way round, NaN answers "no" by itself: each comparison with NaN is false. Asked as
        # "is it worse?" NaN would slip through as an improvement, and nothing can ever be better than NaN.
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss  # only here: following small gains down would move the bar itself
            # The optimiser goes on writing into the very tensors that `state` holds, so a reference or a shallow
            # copy would follow the model to its last epoch.
            self.best_state = copy.deepcopy(state)
            self._calls_without_improvement = 0
        else:
            self._calls_without_improvement += 1
        return self._calls_without_improvement >= self.patience
