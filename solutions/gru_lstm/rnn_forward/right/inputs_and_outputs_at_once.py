"""Only the recurrence is a loop: inputs and outputs of all steps are computed in one matrix product each."""

import numpy as np


def rnn_forward(x, a0, params):
    T, n_a = len(x), len(a0)
    drive = x @ params["W_ax"].T + params["b_a"]
    states = np.empty((T + 1, n_a))
    states[0] = a0
    for t in range(T):
        np.tanh(states[t] @ params["W_aa"].T + drive[t], out=states[t + 1])
    states = states[1:]
    z = states @ params["W_ya"].T + params["b_y"]
    z -= z.max(axis=-1, keepdims=True)
    p = np.exp(z)
    p /= p.sum(axis=-1, keepdims=True)
    return states, p
