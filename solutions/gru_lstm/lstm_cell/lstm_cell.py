"""One step of an LSTM (Hochreiter, Schmidhuber 1997; the forget gate is by
Gers, Schmidhuber, Cummins 2000), written to be read.

c_t = update * candidate + forget * c_prev,  a_t = output * tanh(c_t)
"""

import numpy as np

Array = np.ndarray


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)), without the exp that overflows for z < -709."""
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_cell(
    x_t: Array,
    a_prev: Array,
    c_prev: Array,
    params: dict[str, Array],
) -> tuple[Array, Array]:
    """Return the new output and the new cell (a_t, c_t), (B, n_h) each."""
    joined = np.concatenate([a_prev, x_t], axis=1)  # (B, n_h + n_x)

    def linear(name: str) -> Array:
        return joined @ params[f"W_{name}"].T + params[f"b_{name}"]  # (B, n_h)

    forget = sigmoid(linear("f"))
    update = sigmoid(linear("u"))
    output = sigmoid(linear("o"))
    candidate = np.tanh(linear("c"))

    # Two gates of their own: unlike in a GRU they need not add up to 1.
    c_t = update * candidate + forget * c_prev
    # The trap: tanh is for the output only, the cell stays as it is.
    return output * np.tanh(c_t), c_t
