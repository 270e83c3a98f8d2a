"""Plain class, the other way of writing the comparison, and a deep copy through pickle."""

import pickle


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_state = float("inf"), None
        self.bad = 0

    def step(self, loss, state):
        if loss < self.best_loss - self.min_delta:
            self.best_loss = loss
            self.best_state = pickle.loads(pickle.dumps(state))
            self.bad = 0
            return False
        self.bad += 1
        return self.bad >= self.patience
