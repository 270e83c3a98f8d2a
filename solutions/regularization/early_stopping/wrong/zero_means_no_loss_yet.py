"""Tests the best loss for truth, so a best loss of 0 is taken for none at all.

用真假来判断是否已有最好损失，于是 0 被当成“还没有”。

caught by: test_losses_may_be_zero_negative_or_large
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
        if loss == loss and (not self.best_loss or self.best_loss - loss > self.min_delta):
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
