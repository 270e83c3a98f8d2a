"""A generator of outputs; without causal its last state serves all queries."""

import numpy as np


def states(k, v):
    mixed, total = 0.0, 0.0
    for key, value in zip(k, v):
        mixed = mixed + np.multiply.outer(key, value)
        total = total + key
        yield mixed, total


def linear_attention(q, k, v, causal=False):
    q, k = (np.where(x > 0, x + 1.0, np.exp(x)) for x in (q, k))
    if causal:
        return np.array([x @ m / (x @ t) for x, (m, t) in zip(q, states(k, v))])
    for mixed, total in states(k, v):
        pass
    return q @ mixed / np.dot(q, total).reshape(-1, 1)
