"""Compares each loss with the one before instead of the best one.

与上一次的损失比较，而不是与最好的损失比较。

caught by: test_a_loss_is_compared_with_the_best_not_with_the_last
also fails: test_it_stops_after_patience_calls_without_improvement, test_small_gains_do_not_move_the_best_loss,
test_nan_is_counted_like_any_call_without_improvement, test_a_first_loss_of_nan_is_no_improvement_either,
test_an_infinite_loss_is_only_a_bad_one, test_a_best_loss_of_zero_is_a_loss_like_any_other, test_losses_may_be_negative,
test_it_goes_on_saying_stop, test_an_improvement_takes_the_stop_back, test_random_runs_follow_the_contract
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_state = None
        self.count = 0
        self.last_loss = float("inf")

    def step(self, loss, state):
        if self.last_loss - loss > self.min_delta:
            self.best_loss = min(loss, self.best_loss)
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        self.last_loss = loss
        return self.count >= self.patience
