"""NumPy scalars all the way: the answer is a NumPy bool, the best loss a NumPy float; counts down instead of up."""

import copy

import numpy as np


class EarlyStopping:
    def __init__(self, patience: int, min_delta: float = 0.0):
        self.patience = np.int64(patience)
        self.left = self.patience
        self.min_delta = np.float64(min_delta)
        self.best_loss = np.float64(np.inf)
        self.best_state = {}

    def step(self, loss, state):
        loss = np.float64(loss)
        gain = self.best_loss - loss
        if np.greater(gain, self.min_delta):
            self.best_loss, self.best_state, self.left = loss, copy.deepcopy(state), self.patience
        else:
            self.left = np.maximum(self.left - 1, 0)
        return np.equal(self.left, 0)
