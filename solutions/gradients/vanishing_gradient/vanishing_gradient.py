"""Vanishing gradients in an RNN, written to be read.

By the chain rule (Bengio, Simard, Frasconi 1994; Pascanu, Mikolov, Bengio
2013)

    dh_T/dh_t = D_T W · D_{T-1} W · ... · D_{t+1} W,   D_s = diag(1 - h_s^2)

so each step back multiplies one more factor on the right.
"""

import numpy as np

Array = np.ndarray


def gradient_norms(W: Array, hidden: Array) -> Array:  # noqa: N803
    """Return the spectral norms (T,) of dh_T/dh_t for t = 1 ... T."""
    steps, n = hidden.shape
    norms = np.ones(steps)
    jacobian = np.eye(n)  # dh_T/dh_T
    for t in range(steps - 1, 0, -1):
        # The trap: hidden[t] is h_{t+1}, and it is the later state that the
        # derivative of tanh belongs to. h_1 is never used.
        slope = 1 - hidden[t] ** 2  # (n,)
        jacobian = jacobian @ (slope[:, None] * W)  # (n, n), dh_T/dh_t
        norms[t - 1] = np.linalg.norm(jacobian, 2)
    return norms
