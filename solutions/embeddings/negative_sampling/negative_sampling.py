"""Skip-gram with negative sampling (Mikolov et al. 2013), written to be read.

loss = -log s(u.v) - sum_k log s(-u_k.v), s the logistic function
"""

import numpy as np

Array = np.ndarray


def sgns_loss(
    center: Array,
    context: Array,
    negatives: Array,
) -> tuple[float, Array, Array, Array]:
    """Return the loss and its gradients for center, context and negatives."""
    positive = context @ center  # ()
    noise = negatives @ center  # (K,)
    loss = minus_log_sigmoid(positive) + minus_log_sigmoid(-noise).sum()

    # The derivative for a score is sigmoid(score) - label. It is exp(-loss) of
    # the opposite label, so nothing overflows here either.
    d_positive = -np.exp(-minus_log_sigmoid(-positive))  # ()
    d_noise = np.exp(-minus_log_sigmoid(noise))  # (K,)
    d_center = d_positive * context + d_noise @ negatives  # (D,)
    return loss, d_center, d_positive * center, np.outer(d_noise, center)


def noise_distribution(counts: Array, power: float = 0.75) -> Array:
    """Return the probabilities (V,) from which negatives are drawn."""
    weights = counts**power  # (V,)
    return weights / weights.sum()


def minus_log_sigmoid(x: Array) -> Array:
    """Return log(1 + exp(-x)), also where exp(-x) is beyond a float."""
    return np.logaddexp(0, -x)
