"""Probabilities are compared with min_p itself.

直接拿概率与 min_p 比较。

caught by: test_min_p_is_a_share_of_the_greatest_probability
also fails: test_a_shift_of_all_logits_changes_nothing,
test_the_arguments_stay_as_they_are, test_the_ends_of_the_range_are_allowed
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
    ratio = np.exp(logits - np.logaddexp.reduce(logits))
    return np.where(ratio < min_p, -np.inf, logits)
