"""Subtracts one maximum for the whole sequence: small steps underflow.

整个序列只减一个最大值：得分小的步会下溢。

caught by: test_steps_of_different_size_do_not_disturb_each_other
"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


def rnn_forward(x, a0, params):
    W_aa, W_ax, b_a = params["W_aa"], params["W_ax"], params["b_a"]
    W_ya, b_y = params["W_ya"], params["b_y"]
    T = len(x)
    states = np.zeros((T, len(a0)))
    a = a0
    for t in range(T):
        new = np.tanh(W_aa @ a + W_ax @ x[t] + b_a)
        a = states[t] = new
    return states, softmax(states @ W_ya.T + b_y)
