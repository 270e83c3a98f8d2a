"""Copies the values of a dict, and a list by slicing, but not what lies deeper.

复制了字典的每个值，列表则用切片，更深的内容没有复制。

caught by: test_lists_in_lists_are_copied
also fails: test_sets_and_objects_are_copied
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
                self.best_state = {name: copy.copy(value) for name, value in state.items()}
            else:
                self.best_state = copy.copy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
