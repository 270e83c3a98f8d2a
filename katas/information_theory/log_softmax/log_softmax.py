"""Log-softmax along an axis. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def log_softmax(x: Array, axis: int = -1) -> Array:
    """Return the logarithm of softmax along ``axis``, in the shape of ``x``.

    Integer input gives float64. Entries are finite, up to 1e300 in size.
    """
    raise NotImplementedError
