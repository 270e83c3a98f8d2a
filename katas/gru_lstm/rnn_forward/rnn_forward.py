"""The forward pass of an RNN. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def rnn_forward(
    x: Array,
    a0: Array,
    params: dict[str, Array],
) -> tuple[Array, Array]:
    """Return the states (T, n_a) and the output probabilities (T, n_y).

    ``x`` is (T, n_x), ``a0`` is (n_a,). params: W_aa (n_a, n_a),
    W_ax (n_a, n_x), b_a (n_a,), W_ya (n_y, n_a), b_y (n_y,).
    """
    raise NotImplementedError
