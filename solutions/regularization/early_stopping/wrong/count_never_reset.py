"""Counts all calls without an improvement, not those in a row.

数的是所有没有改进的调用，而不是连续的。

caught by: test_an_improvement_starts_the_count_again
also fails: test_a_first_loss_of_nan_is_no_improvement_either,
test_it_goes_on_saying_stop_until_something_improves,
test_nan_counts_as_no_improvement, test_random_runs_follow_the_contract,
test_small_gains_do_not_move_the_best_loss,
test_without_min_delta_any_gain_counts
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
