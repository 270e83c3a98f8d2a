"""Uses exp of the raw scores, which overflows.

直接对得分取 exp，会溢出。

caught by: test_large_scores_do_not_overflow
also fails: test_steps_of_different_size_do_not_disturb_each_other
"""

import numpy as np


def softmax(z):
    e = np.exp(z)
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
        a = states[t] = new
    return states, outputs
