"""Takes min_delta as a share of the best loss.

把 min_delta 当成最好损失的比例。

caught by: test_min_delta_is_an_absolute_amount
also fails: test_an_improvement_must_exceed_min_delta, test_small_gains_do_not_move_the_best_loss,
test_losses_may_be_negative, test_random_runs_follow_the_contract
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
        if loss < self.best_loss * (1.0 - self.min_delta):
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
