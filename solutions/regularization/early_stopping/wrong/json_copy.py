"""Copies through JSON, which turns tuples into lists and refuses arrays.

用 JSON 复制：元组变成列表，数组则无法处理。

caught by: test_arrays_and_tuples_come_out_as_they_went_in
also fails: test_arrays_are_copied, test_sets_and_objects_are_copied
"""

import json


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
            self.best_state = json.loads(json.dumps(state))
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
