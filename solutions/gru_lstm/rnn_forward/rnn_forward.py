"""The forward pass of an RNN, written to be read.

a_t = tanh(W_aa a_{t-1} + W_ax x_t + b_a),  y_t = softmax(W_ya a_t + b_y)
"""

import numpy as np

Array = np.ndarray


def softmax(z: Array) -> Array:
    """Probabilities from scores; the maximum keeps exp from overflowing."""
    e = np.exp(z - z.max())
    return e / e.sum()


def rnn_forward(
    x: Array,
    a0: Array,
    params: dict[str, Array],
) -> tuple[Array, Array]:
    """Return the states (T, n_a) and the output probabilities (T, n_y)."""
    w_aa, w_ax, b_a = params["W_aa"], params["W_ax"], params["b_a"]
    w_ya, b_y = params["W_ya"], params["b_y"]

    states, outputs = [], []
    a = a0  # (n_a,), the only thing a step passes on to the next
    for x_t in x:  # (n_x,)
        a = np.tanh(w_aa @ a + w_ax @ x_t + b_a)  # (n_a,)
        states.append(a)
        # The trap: the output belongs to the new state, not to the old one.
        outputs.append(softmax(w_ya @ a + b_y))  # (n_y,)
    return np.array(states), np.array(outputs)
