"""Label smoothing (Szegedy et al. 2016), written to be read.

q[n, c] = eps / C + (1 - eps) [c = target n]
loss    = mean over n of -sum_c q[n, c] ln softmax(logits[n])[c]
"""

import numpy as np

Array = np.ndarray


def smooth_targets(targets: Array, num_classes: int, eps: float) -> Array:
    """Return the smoothed targets (N, C) for targets (N,)."""
    if not 0 <= eps < 1:
        raise ValueError(f"eps = {eps} is not in [0, 1)")
    # The trap: NumPy takes a negative target for an index from the end.
    if targets.min() < 0 or targets.max() >= num_classes:
        raise ValueError(f"targets must be in [0, {num_classes})")
    q = np.full((len(targets), num_classes), eps / num_classes)  # (N, C)
    q[np.arange(len(targets)), targets] += 1 - eps
    return q


def smoothed_cross_entropy(
    logits: Array,
    targets: Array,
    eps: float,
) -> float:
    """Return the mean cross-entropy in nats with smoothed targets."""
    q = smooth_targets(targets, logits.shape[1], eps)
    # Every class counts now, so log(softmax) = -inf would spoil each row.
    z = logits - logits.max(axis=1, keepdims=True)  # at most 0
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))  # (N, C)
    return float(-(q * log_p).sum(axis=1).mean())
