"""A frozen dataclass with named gates, columns instead of rows, a generator over time, and the argument clipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Gate:
    weights: np.ndarray
    bias: np.ndarray

    def __call__(self, column: np.ndarray) -> np.ndarray:
        return self.weights @ column + self.bias[:, None]


@dataclass(frozen=True)
class Cell:
    update: Gate
    reset: Gate
    candidate: Gate

    @classmethod
    def of(cls, params) -> Cell:
        return cls(*(Gate(params["W_" + k], params["b_" + k]) for k in "urc"))

    def step(self, x: np.ndarray, c: np.ndarray) -> np.ndarray:
        u = squash(self.update(np.r_[c, x]))
        r = squash(self.reset(np.r_[c, x]))
        return u * np.tanh(self.candidate(np.r_[r * c, x])) + (1 - u) * c

    def run(self, x: np.ndarray, c: np.ndarray) -> Iterator[np.ndarray]:
        for t in range(x.shape[1]):
            c = self.step(x[:, t].T, c)
            yield c.T


def squash(z):
    return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))


def gru_cell(x_t, c_prev, params):
    return Cell.of(params).step(x_t.T, c_prev.T).T


def gru_forward(x, c0, params):
    return np.concatenate([c[:, None] for c in Cell.of(params).run(x, c0.T)], axis=1)
