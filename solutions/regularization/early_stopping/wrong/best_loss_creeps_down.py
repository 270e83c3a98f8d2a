"""Every lower loss becomes the best loss, so the bar moves down with gains that are too small to count.

只要更低就更新 best_loss，于是门槛随着微小的改进一路下移。

caught by: test_small_gains_do_not_move_the_best_loss
also fails: test_an_improvement_must_exceed_min_delta,
test_losses_may_be_zero_negative_or_large, test_random_runs_follow_the_contract
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
            self.count += 1
            if loss < self.best_loss:
                self.best_loss = loss
        return self.count >= self.patience
