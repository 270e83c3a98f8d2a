"""A shallow copy: the inner values are still those of the model.

浅拷贝：内部的值仍是模型自己的那些。

caught by: test_the_copy_goes_all_the_way_down
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
            self.best_state = copy.copy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
