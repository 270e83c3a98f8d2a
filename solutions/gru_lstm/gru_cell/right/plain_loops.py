"""Loops over single numbers with math; NumPy only for the array that is returned. The sigmoid has two branches."""

import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def affine(weights, bias, numbers):
    return [sum(w * n for w, n in zip(row, numbers)) + b for row, b in zip(weights, bias)]


def one_row(x, c, p):
    joined = [*c, *x]
    u = [sigmoid(z) for z in affine(p["W_u"], p["b_u"], joined)]
    r = [sigmoid(z) for z in affine(p["W_r"], p["b_r"], joined)]
    joined = [ri * ci for ri, ci in zip(r, c)] + list(x)
    cand = [math.tanh(z) for z in affine(p["W_c"], p["b_c"], joined)]
    return [ui * ki + (1 - ui) * ci for ui, ki, ci in zip(u, cand, c)]


def gru_cell(x_t, c_prev, params):
    return np.array([one_row(x, c, params) for x, c in zip(x_t, c_prev)])


def gru_forward(x, c0, params):
    sequences = []
    for inputs, state in zip(x, c0):
        states = []
        for x_t in inputs:
            state = one_row(x_t, state, params)
            states.append(state)
        sequences.append(states)
    return np.asarray(sequences)
