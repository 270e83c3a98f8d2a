"""Backpropagation through time. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def rnn_loss_grads(
    x: Array,
    a0: Array,
    targets: Array,
    params: dict[str, Array],
) -> tuple[float, dict[str, Array]]:
    """Return the summed loss in nats, and its gradients for all parameters.

    ``x`` is (T, n_x), ``a0`` is (n_a,), ``targets`` is (T,). params and
    gradients: W_aa (n_a, n_a), W_ax (n_a, n_x), b_a (n_a,), W_ya (n_y, n_a),
    b_y (n_y,). ``ValueError`` for a target outside [0, n_y).
    """
    raise NotImplementedError
