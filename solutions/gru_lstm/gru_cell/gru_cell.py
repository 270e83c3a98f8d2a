"""A GRU's step and its loop over time, written to be read.

update gate   Γ_u = σ(W_u [c_prev, x_t] + b_u)
reset gate    Γ_r = σ(W_r [c_prev, x_t] + b_r)
candidate     c̃   = tanh(W_c [Γ_r ∗ c_prev, x_t] + b_c)
new state     c   = Γ_u ∗ c̃ + (1 − Γ_u) ∗ c_prev

This is the unit of Cho et al. (arXiv:1406.1078) with its update gate
reversed: here 1 takes the candidate, in that paper and in torch.nn.GRU it
keeps the old state. torch.nn.GRU also applies the reset gate after the matrix
product, Γ_r ∗ (W c_prev + b), which is another function. In an interview, say
which one you write.
"""

import numpy as np

Array = np.ndarray


def gru_cell(x_t: Array, c_prev: Array, params: dict[str, Array]) -> Array:
    """Return the new state (B, n_h).

    ``x_t`` (B, n_x) is the input, ``c_prev`` (B, n_h) the old state.
    """
    seen = np.concatenate([c_prev, x_t], axis=1)  # (B, n_h + n_x)
    update = sigmoid(seen @ params["W_u"].T + params["b_u"])  # (B, n_h)
    reset = sigmoid(seen @ params["W_r"].T + params["b_r"])  # (B, n_h)

    # A second concatenation: the gates see the whole old state, the candidate
    # only what the reset gate leaves of it.
    left = np.concatenate([reset * c_prev, x_t], axis=1)  # (B, n_h + n_x)
    candidate = np.tanh(left @ params["W_c"].T + params["b_c"])  # (B, n_h)

    return update * candidate + (1.0 - update) * c_prev  # (B, n_h)


def gru_forward(x: Array, c0: Array, params: dict[str, Array]) -> Array:
    """Return the states after every step (B, T, n_h).

    ``x`` (B, T, n_x) are the inputs, ``c0`` (B, n_h) the first state.
    """
    state = c0  # (B, n_h); gru_cell gives a new array, so c0 stays as it is
    states = []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)  # (B, n_h)
        states.append(state)
    return np.stack(states, axis=1)  # (B, T, n_h)


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z)), of any shape, without overflow.

    exp(-|z|) is at most 1. `np.where` computes both branches for every
    element, so choosing between the two usual formulas would still meet exp of
    a large number; here both branches are harmless.
    """
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)
