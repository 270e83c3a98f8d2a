"""Asks whether the loss is worse; NaN is not, so it passes as an improvement and then as the best loss.

问的是“是否更差”：NaN 不更差，于是被当作改进并成为最好的损失。

caught by: test_nan_counts_as_no_improvement
also fails: test_a_first_loss_of_nan_is_no_improvement_either,
test_random_runs_follow_the_contract
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
        if self.best_loss - loss <= self.min_delta:
            self.count += 1
        else:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        return self.count >= self.patience
