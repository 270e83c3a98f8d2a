"""Counts all calls without an improvement, not those in a row.

数的是所有没有改进的调用，而不是连续的。

caught by: test_an_improvement_starts_the_count_again
also fails: test_nan_is_counted_like_any_call_without_improvement, test_a_first_loss_of_nan_is_no_improvement_either,
test_an_infinite_loss_is_only_a_bad_one, test_an_improvement_takes_the_stop_back,
test_two_objects_do_not_share_anything, test_random_runs_follow_the_contract
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
        else:
            self.count += 1
        return self.count >= self.patience
