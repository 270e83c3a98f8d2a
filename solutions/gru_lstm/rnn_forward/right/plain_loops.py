"""Loops over single numbers with math; NumPy only for what is returned."""

import math

import numpy as np


def affine(W, v, b):
    return [sum(w * z for w, z in zip(row, v)) + c for row, c in zip(W, b)]


def softmax(scores):
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    return [w / sum(weights) for w in weights]


def rnn_forward(x, a0, params):
    zeros = [0.0] * len(a0)
    a, states, outputs = list(a0), [], []
    for x_t in x:
        recurrent = affine(params["W_aa"], a, zeros)
        a = [math.tanh(r + i) for r, i in zip(recurrent, affine(params["W_ax"], x_t, params["b_a"]))]
        states.append(a)
        outputs.append(softmax(affine(params["W_ya"], a, params["b_y"])))
    return np.array(states), np.array(outputs)
