"""Says stop only at the very call where the count reaches the patience.

只有计数恰好等于 patience 的那次调用才说停。

caught by: test_it_goes_on_saying_stop
also fails: test_a_long_patience_is_waited_for
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
        return self.count == self.patience
