"""Early stopping with an ordered dict, properties, and copies by pickle.

kata: early_stopping
"""

import math
import pickle
from collections import OrderedDict


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self._options = OrderedDict(patience=patience, min_delta=min_delta)
        self._best = (math.inf, pickle.dumps(None))
        self._bad = 0

    @property
    def best_loss(self):
        return self._best[0]

    @property
    def best_state(self):
        return pickle.loads(self._best[1])

    def step(self, loss, state):
        if self._best[0] - loss > self._options["min_delta"]:
            self._best, self._bad = (loss, pickle.dumps(state)), 0
        else:
            self._bad += 1
        return self._bad >= self._options["patience"]
