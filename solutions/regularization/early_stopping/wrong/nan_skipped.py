"""A NaN loss is skipped without being counted.

遇到 NaN 直接跳过，没有计数。

caught by: test_nan_is_counted_like_any_call_without_improvement
also fails: test_a_first_loss_of_nan_is_no_improvement_either, test_it_goes_on_saying_stop,
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
        if loss != loss:
            return False
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
