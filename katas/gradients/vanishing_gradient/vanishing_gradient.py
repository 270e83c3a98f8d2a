"""Vanishing gradients in an RNN. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def gradient_norms(W: Array, hidden: Array) -> Array:  # noqa: N803
    """Return the spectral norms (T,) of dh_T/dh_t for t = 1 ... T.

    ``W`` (n, n) is the recurrent matrix of h_t = tanh(W h_{t-1} + ...), and
    ``hidden`` (T, n) holds the states: ``hidden[t - 1]`` is h_t.
    """
    raise NotImplementedError
