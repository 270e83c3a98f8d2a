"""Copies dicts and lists by hand, all the way down, but puts the same arrays into the copies.

手工逐层复制字典和列表，但放进副本的还是原来那些数组。

caught by: test_arrays_are_copied
also fails: test_sets_and_objects_are_copied
"""

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
            self.best_state = self.copied(state)
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience

    def copied(self, state):
        if isinstance(state, dict):
            return {name: self.copied(value) for name, value in state.items()}
        if isinstance(state, (list, tuple, set)):
            return type(state)(self.copied(value) for value in state)
        return state
