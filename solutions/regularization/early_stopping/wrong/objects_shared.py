"""Copies containers and arrays by hand and shares everything else, such as a model itself.

手工复制容器和数组，其余的（例如模型对象本身）仍是同一个。

caught by: test_sets_and_objects_are_copied
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
        if isinstance(state, (list, tuple)):
            return type(state)(self.copied(value) for value in state)
        if hasattr(state, "shape"):
            return state.copy()
        return state
