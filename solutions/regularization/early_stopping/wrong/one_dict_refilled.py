"""Empties the dict of the old best state and fills it again, also where that is the state handed in.

把旧的最好状态清空后再填入，即使传入的状态就是它自己。

caught by: test_training_may_go_back_to_the_best_state
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
            if isinstance(state, dict) and isinstance(self.best_state, dict):
                self.best_state.clear()
                self.best_state.update(copy.deepcopy(state))
            else:
                self.best_state = copy.deepcopy(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
