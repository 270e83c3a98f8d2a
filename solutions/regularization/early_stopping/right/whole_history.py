"""Keeps the whole history and works everything out from it; best loss and state are properties."""

import copy


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self._patience = patience
        self._min_delta = min_delta
        self._improvements = []
        self._improved = []

    @property
    def best_loss(self):
        return self._improvements[-1][0] if self._improvements else float("nan")

    @property
    def best_state(self):
        return self._improvements[-1][1] if self._improvements else None

    def step(self, loss, state):
        to_beat = self._improvements[-1][0] if self._improvements else float("inf")
        better = to_beat - loss > self._min_delta
        self._improved.append(better)
        if better:
            self._improvements.append((loss, copy.deepcopy(state)))
        recent = self._improved[-self._patience :]
        return len(recent) == self._patience and True not in recent
