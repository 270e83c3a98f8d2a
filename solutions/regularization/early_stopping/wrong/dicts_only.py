"""Copies a dict entry by entry and fails on a state of any other kind.

逐项复制字典，状态不是字典时就出错。

caught by: test_the_state_may_be_any_value
also fails: test_lists_in_lists_are_copied, test_arrays_are_copied, test_sets_and_objects_are_copied,
test_a_state_may_be_empty
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
            self.best_state = {name: copy.deepcopy(value) for name, value in state.items()}
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
