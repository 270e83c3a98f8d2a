"""Writes the loss into the state of the caller before copying it.

复制之前，把损失写进了调用者的状态。

caught by: test_the_state_is_left_as_it_was
also fails: test_the_best_state_is_that_of_the_best_loss, test_the_copy_goes_all_the_way_down, test_the_state_may_be_any_value
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
            if isinstance(state, dict):
                state["loss"] = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
