"""Asks whether there is a best state yet instead of a best loss, so a state of None is overwritten by the next one.

用有没有最好的状态来判断是否已有最好的损失，于是状态为 None 时会被下一个覆盖。

caught by: test_a_state_may_be_empty
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
        if (self.best_state is None and loss == loss) or self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
