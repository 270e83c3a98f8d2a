"""A GRU's step and its loop over time. The statement holds the contract.

params: W_u, W_r, W_c (n_h, n_h + n_x), which act on [state, input];
b_u, b_r, b_c (n_h,).
"""

import numpy as np

Array = np.ndarray


def gru_cell(x_t: Array, c_prev: Array, params: dict[str, Array]) -> Array:
    """Return the new state (B, n_h).

    ``x_t`` (B, n_x) is the input, ``c_prev`` (B, n_h) the old state.
    """
    raise NotImplementedError


def gru_forward(x: Array, c0: Array, params: dict[str, Array]) -> Array:
    """Return the states after every step (B, T, n_h).

    ``x`` (B, T, n_x) are the inputs, ``c0`` (B, n_h) the first state.
    """
    raise NotImplementedError
