"""Loops over rows and units with math; a sigmoid with two branches."""

import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def lstm_cell(x_t, a_prev, c_prev, params):
    a_t, c_t = [], []
    for x, a, c in zip(x_t, a_prev, c_prev):
        v = [*a, *x]
        z = {g: [sum(w * n for w, n in zip(row, v)) + b for row, b in zip(params["W_" + g], params["b_" + g])] for g in "fuoc"}
        cell = [sigmoid(u) * math.tanh(k) + sigmoid(f) * old for u, k, f, old in zip(z["u"], z["c"], z["f"], c)]
        c_t.append(cell)
        a_t.append([sigmoid(o) * math.tanh(new) for o, new in zip(z["o"], cell)])
    return np.array(a_t), np.array(c_t)
