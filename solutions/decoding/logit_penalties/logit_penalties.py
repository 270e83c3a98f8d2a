"""Repetition penalty and min-p filtering, written to be read."""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def repetition_penalty(
    logits: Array,
    previous: Sequence[int],
    penalty: float,
) -> Array:
    """Return logits (V,) with those of the ids in ``previous`` penalised."""
    if penalty <= 0:
        raise ValueError(f"the penalty must be positive, not {penalty}")
    penalised = logits.copy()
    # A set, since an id that occurs five times is penalised once.
    for i in {int(i) for i in previous}:
        # The trap: -1 / 2 is -0.5, which is more likely than before. A
        # negative logit is multiplied.
        if logits[i] > 0:
            penalised[i] = logits[i] / penalty
        else:
            penalised[i] = logits[i] * penalty
    return penalised


def min_p_filter(logits: Array, min_p: float) -> Array:
    """Return logits (V,) with the improbable ones set to -inf."""
    if not 0 <= min_p <= 1:
        raise ValueError(f"min_p must be in [0, 1], not {min_p}")
    # p / p_max = exp(logit - max): the sum of the softmax cancels out, and
    # nothing can overflow.
    ratio = np.exp(logits - logits.max())  # (V,), the largest is 1
    return np.where(ratio < min_p, -np.inf, logits)
