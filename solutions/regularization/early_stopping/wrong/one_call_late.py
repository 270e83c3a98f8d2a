"""Stops when the count exceeds the patience: one call too late.

计数超过 patience 才停：晚了一次。

caught by: test_it_stops_after_patience_calls_without_improvement
also fails: test_a_first_loss_of_nan_is_no_improvement_either,
test_an_improvement_starts_the_count_again,
test_an_infinite_loss_is_only_a_bad_one,
test_it_goes_on_saying_stop_until_something_improves,
test_losses_may_be_zero_negative_or_large, test_nan_counts_as_no_improvement,
test_random_runs_follow_the_contract, test_two_objects_share_nothing
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
        return self.count > self.patience
