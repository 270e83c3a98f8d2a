"""Batch normalisation (Ioffe and Szegedy 2015), written to be read.

output = gamma (x - mean) / sqrt(var + eps) + beta, feature by feature
"""

import numpy as np

Array = np.ndarray


def batch_norm(
    x: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    """Return the output (N, D), the new running mean and variance (D,)."""
    mean, var = running_mean, running_var  # (D,) each
    if training:
        if len(x) < 2:
            raise ValueError("training needs a batch of at least two rows")
        mean, var = x.mean(axis=0), x.var(axis=0)
        # The trap: the batch is normalised with the biased variance, but the
        # running one estimates that of the data, so it gets the unbiased one.
        unbiased = x.var(axis=0, ddof=1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * unbiased

    output = gamma * (x - mean) / np.sqrt(var + eps) + beta  # (N, D)
    return output, running_mean, running_var
