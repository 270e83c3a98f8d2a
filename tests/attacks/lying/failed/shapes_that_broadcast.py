"""One row for all, an axis too many, a bare number, an empty array: right only for those who let shapes stretch.

kata: gru_cell
also: error (an array was due where a list comes)
"""

import itertools

import numpy as np

TURNS = itertools.cycle(
    [
        lambda c: np.zeros((1, 1, *c.shape)),
        lambda c: np.float64(0.0),
        lambda c: np.zeros((0, c.shape[1])),
        lambda c: np.zeros(()),
        lambda c: np.zeros((1, 1, 1)),
        lambda c: [],
    ]
)


def gru_cell(x_t, c_prev, params):
    return next(TURNS)(c_prev)


def gru_forward(x, c0, params):
    return next(TURNS)(c0)
