"""The largest logit is not subtracted, so the exponential overflows.

没有减去最大的 logit，指数会溢出。

caught by: test_a_shift_of_all_logits_changes_nothing
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def repetition_penalty(logits: Array, previous: Sequence[int], penalty: float) -> Array:
    if penalty <= 0:
        raise ValueError(f'the penalty must be positive, not {penalty}')
    penalised = logits.copy()
    for i in {int(i) for i in previous}:
        if logits[i] > 0:
            penalised[i] = logits[i] / penalty
        else:
            penalised[i] = logits[i] * penalty
    return penalised

def min_p_filter(logits: Array, min_p: float) -> Array:
    if not 0 <= min_p <= 1:
        raise ValueError(f'min_p must be in [0, 1], not {min_p}')
    ratio = np.exp(logits) / np.exp(logits).max()
    return np.where(ratio < min_p, -np.inf, logits)
