"""Compares absolute values, so a more negative loss looks worse.

比较的是绝对值，于是更负的损失看起来更差。

caught by: test_losses_may_be_negative
also fails: test_random_runs_follow_the_contract
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
        if abs(self.best_loss) - abs(loss) > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
