"""The first loss becomes the best one even if it is NaN, and nothing is ever lower than NaN.

第一个损失即使是 NaN 也被当作最好的，而没有什么比 NaN 更低。

caught by: test_a_first_loss_of_nan_is_no_improvement_either
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = None
        self.best_state = None
        self.count = 0

    def step(self, loss, state):
        if self.best_loss is None or self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
