"""Best loss, state and count are set on the class, so every object overwrites those of the others.

最好的损失、状态和计数都设在类上，各个对象互相覆盖。

caught by: test_two_objects_share_nothing
"""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        EarlyStopping.best_loss = float("inf")
        EarlyStopping.best_state = None
        EarlyStopping.count = 0

    def step(self, loss, state):
        if EarlyStopping.best_loss - loss > self.min_delta:
            EarlyStopping.best_loss = loss
            EarlyStopping.best_state = copy.deepcopy(state)
            EarlyStopping.count = 0
        else:
            EarlyStopping.count += 1
        return EarlyStopping.count >= self.patience
