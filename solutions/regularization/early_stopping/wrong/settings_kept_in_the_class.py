"""The settings are set on the class, so a new object changes those of the others.

设置写在类上，创建新对象就改掉了其他对象的设置。

caught by: test_each_object_has_its_own_settings
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        EarlyStopping.patience = patience
        EarlyStopping.min_delta = min_delta
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
        return self.count >= self.patience
