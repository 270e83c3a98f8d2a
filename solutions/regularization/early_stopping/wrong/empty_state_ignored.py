"""A state that is false in a condition is taken for none, and the older one is kept.

在条件中为假的状态被当成没有，于是保留了旧的状态。

caught by: test_a_state_may_be_empty
also fails: test_arrays_are_copied
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_state = None
        self.count = 0

    def step(self, loss, state):
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state) or self.best_state
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
