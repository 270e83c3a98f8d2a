"""The state is copied on every call, so the best state is the last one.

每次调用都复制状态，于是 best_state 成了最后的状态。

caught by: test_the_best_state_is_that_of_the_best_loss
also fails: test_small_gains_do_not_move_the_best_loss, test_the_best_state_does_not_follow_the_callers_object,
test_the_copy_goes_all_the_way_down, test_a_state_may_be_empty, test_arguments_may_be_named,
test_nan_does_not_become_the_best_loss, test_a_first_loss_of_nan_is_no_improvement_either,
test_an_infinite_loss_is_only_a_bad_one, test_a_best_loss_of_zero_is_a_loss_like_any_other, test_losses_may_be_negative,
test_it_goes_on_saying_stop, test_two_objects_do_not_share_anything, test_random_runs_follow_the_contract
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
            self.count = 0
        else:
            self.count += 1
        self.best_state = copy.deepcopy(state)
        return self.count >= self.patience
