"""Writes each new state into the caller's a0.

把每个新状态写进了调用者的 a0。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def rnn_forward(x, a0, params):
    W_aa, W_ax, b_a = params["W_aa"], params["W_ax"], params["b_a"]
    W_ya, b_y = params["W_ya"], params["b_y"]
    T = len(x)
    states, outputs = np.zeros((T, len(a0))), np.zeros((T, len(b_y)))
    a = a0
    for t in range(T):
        new = np.tanh(W_aa @ a + W_ax @ x[t] + b_a)
        outputs[t] = softmax(W_ya @ new + b_y)
        a[:] = states[t] = new
    return states, outputs
