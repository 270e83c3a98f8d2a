"""Returns the states before the steps: a0 is the first, the last is missing.

返回的是各步之前的状态：第一个是 a0，最后一个丢了。

caught by: test_the_state_is_carried_on
also fails: test_a_state_worked_by_hand, test_one_hot_inputs_may_be_integers,
test_random_networks_agree_with_loops, test_the_arguments_are_not_modified
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
        states[t] = a
        a = new
    return states, outputs
