"""Cross-entropy with ignored targets, written to be read.

loss = -1/n sum_i log softmax(logits_i)[target_i]

over the n rows that are not ignored. Taking those rows out first settles the
denominator of the mean, and keeps ignore_index from being used as an index.
"""

import numpy as np

Array = np.ndarray


def cross_entropy(
    logits: Array,
    targets: Array,
    ignore_index: int = -100,
) -> float:
    """Return the mean loss, in nats; ``ValueError`` for no or bad targets."""
    kept = targets != ignore_index  # (N,) bool
    logits, targets = logits[kept], targets[kept]  # (n, V), (n,)
    n, num_classes = logits.shape
    if n == 0:
        raise ValueError("every target is ignored, so there is no mean")
    # The trap: NumPy takes -1 as the last column and says nothing.
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError(f"a target is outside [0, {num_classes})")

    # log softmax with each row's maximum subtracted, so that no exponential
    # overflows; log(softmax(x)) would be -inf for an improbable target.
    shifted = logits - logits.max(axis=1, keepdims=True)  # (n, V)
    log_total = np.log(np.exp(shifted).sum(axis=1))  # (n,)
    log_p = shifted[np.arange(n), targets] - log_total  # (n,)
    return float(-log_p.mean())
