"""Keeps a reference to the state, which goes on changing with the model.

只保存了状态的引用，它会随着模型继续变化。

caught by: test_the_best_state_does_not_follow_the_callers_object
also fails: test_the_copy_goes_all_the_way_down
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
            self.best_state = state
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
