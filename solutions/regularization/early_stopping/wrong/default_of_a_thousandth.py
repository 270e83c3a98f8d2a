"""min_delta defaults to 0.001, so small gains do not count unless one asks for it.

min_delta 默认取 0.001，调用者不写时小的改进就不算数。

caught by: test_without_min_delta_any_gain_counts
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=1e-3):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_state = None
        self.count = 0

    def step(self, loss, state):
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
