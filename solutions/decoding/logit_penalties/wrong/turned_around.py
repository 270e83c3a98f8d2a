"""Positive logits are multiplied and negative ones divided.

正的做了乘法，负的做了除法，正好反了。

caught by: test_positive_logits_are_divided
also fails: test_a_penalty_below_one_rewards_repetition,
test_an_id_is_penalised_once, test_negative_logits_are_multiplied,
test_the_arguments_stay_as_they_are
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def repetition_penalty(logits: Array, previous: Sequence[int], penalty: float) -> Array:
    if penalty <= 0:
        raise ValueError(f'the penalty must be positive, not {penalty}')
    penalised = logits.copy()
    for i in {int(i) for i in previous}:
        if logits[i] < 0:
            penalised[i] = logits[i] / penalty
        else:
            penalised[i] = logits[i] * penalty
    return penalised

def min_p_filter(logits: Array, min_p: float) -> Array:
    if not 0 <= min_p <= 1:
        raise ValueError(f'min_p must be in [0, 1], not {min_p}')
    ratio = np.exp(logits - logits.max())
    return np.where(ratio < min_p, -np.inf, logits)
