"""Takes a loss of infinity for a diverged run and starts again without a best loss.

把无穷大的损失当成训练发散，丢掉最好的损失重新开始。

caught by: test_an_infinite_loss_is_only_a_bad_one
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
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
            if loss == float("inf"):
                self.best_loss, self.best_state = loss, None
        return self.count >= self.patience
