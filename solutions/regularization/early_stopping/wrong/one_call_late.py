"""Stops when the count exceeds the patience: one call too late.

计数超过 patience 才停：晚了一次。

caught by: test_it_stops_after_patience_calls_without_improvement
also fails: test_a_long_patience_is_waited_for, test_an_improvement_starts_the_count_again,
test_a_loss_is_compared_with_the_best_not_with_the_last, test_an_improvement_must_exceed_min_delta,
test_min_delta_is_an_absolute_amount, test_a_state_may_be_empty, test_the_state_is_left_as_it_was,
test_arguments_may_be_named, test_nan_is_counted_like_any_call_without_improvement,
test_a_first_loss_of_nan_is_no_improvement_either, test_an_infinite_loss_is_only_a_bad_one,
test_a_best_loss_of_zero_is_a_loss_like_any_other, test_losses_may_be_negative, test_it_goes_on_saying_stop,
test_an_improvement_takes_the_stop_back, test_two_objects_do_not_share_anything, test_each_object_has_its_own_settings,
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
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count > self.patience
