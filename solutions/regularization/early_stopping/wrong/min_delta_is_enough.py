"""An improvement of exactly min_delta counts, and an equal loss with it when min_delta is 0.

恰好低 min_delta 也算改进；min_delta 为 0 时，相等的损失也算。

caught by: test_an_improvement_must_exceed_min_delta
also fails: test_random_runs_follow_the_contract,
test_small_gains_do_not_move_the_best_loss
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
        if self.best_loss - loss >= self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
