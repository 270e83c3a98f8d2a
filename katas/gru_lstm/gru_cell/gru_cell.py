"""A GRU's step and its loop over time. The statement holds the contract.

params: W_u, W_r, W_c (n_h, n_h + n_x), acting on [state, input]; b_u, b_r, b_c (n_h,).
"""

import numpy as np

Array = np.ndarray


def gru_cell(x_t: Array, c_prev: Array, params: dict[str, Array]) -> Array:
    """Return the new state (B, n_h) from the input ``x_t`` (B, n_x) and the old state ``c_prev`` (B, n_h)."""
    raise NotImplementedError


def gru_forward(x: Array, c0: Array, params: dict[str, Array]) -> Array:
    """Return the states after every step (B, T, n_h), for the inputs ``x`` (B, T, n_x) and the first state ``c0``."""
    raise NotImplementedError
