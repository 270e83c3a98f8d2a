"""Looks at the last ten answers only, so a longer patience is never used up.

只看最近十次的结果，patience 更大时永远等不到。

caught by: test_a_long_patience_is_waited_for
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
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count = min(self.count + 1, 10)
        return self.count >= self.patience
