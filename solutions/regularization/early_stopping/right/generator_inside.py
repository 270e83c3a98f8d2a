"""A generator holds the whole state between calls; step only sends it the next loss and state."""

import copy
import itertools


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.best_loss = None
        self.best_state = None
        self._run = self._watch(patience, min_delta)
        next(self._run)

    def _watch(self, patience, min_delta):
        bar = float("inf")
        stop = False
        while True:
            for missed in itertools.count(1):
                loss, state = yield stop
                if bar - loss > min_delta:
                    bar = self.best_loss = loss
                    self.best_state = copy.deepcopy(state)
                    stop = False
                    break
                stop = missed >= patience

    def step(self, loss, state):
        return self._run.send((loss, state))
