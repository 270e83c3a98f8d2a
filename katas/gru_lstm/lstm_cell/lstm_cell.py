"""One step of an LSTM. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def lstm_cell(
    x_t: Array,
    a_prev: Array,
    c_prev: Array,
    params: dict[str, Array],
) -> tuple[Array, Array]:
    """Return the new output and the new cell (a_t, c_t), (B, n_h) each.

    ``x_t`` is (B, n_x); ``a_prev`` and ``c_prev`` are (B, n_h).
    params: W_f, W_u, W_o, W_c (n_h, n_h + n_x), acting on [a_prev, x_t];
    b_f, b_u, b_o, b_c (n_h,).
    """
    raise NotImplementedError
