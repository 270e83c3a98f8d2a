"""Log-softmax along an axis, written to be read.

log_softmax(x)_i = x_i - log(sum_j exp(x_j))

As in softmax, a constant added to every entry changes nothing, so the maximum
is subtracted first (Goodfellow, Bengio, Courville, Deep Learning, 4.1). Then
no exponential overflows and the sum is at least 1, so its logarithm is finite.
"""

import numpy as np

Array = np.ndarray


def log_softmax(x: Array, axis: int = -1) -> Array:
    """Return log softmax of ``x`` along ``axis``, in float64."""
    # First, because x - max wraps round in uint8, and np.exp of an int8 array
    # is a float16 array.
    x = np.asarray(x, dtype=np.float64)

    # Without keepdims a square matrix would broadcast along the wrong axis.
    shifted = x - x.max(axis=axis, keepdims=True)  # the shape of x, all <= 0
    total = np.exp(shifted).sum(axis=axis, keepdims=True)  # axis has size 1

    # The trap: x - (max + log(total)) is the same on paper, but 1e300 + log(2)
    # is 1e300. And log(exp(shifted) / total) is -inf from shifted = -746 on.
    return shifted - np.log(total)
