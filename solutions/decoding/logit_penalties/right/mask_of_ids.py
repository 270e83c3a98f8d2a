"""A boolean mask over the vocabulary; min-p as a threshold on the logits: max + ln(min_p)."""

import math

import numpy as np


def repetition_penalty(logits, previous, penalty):
    if not penalty > 0:
        raise ValueError(f"penalty = {penalty}")
    seen = np.isin(np.arange(len(logits)), np.array(list(previous), dtype=int))
    factor = np.where(logits > 0, 1 / penalty, penalty)
    return np.where(seen, logits * factor, logits)


def min_p_filter(logits, min_p):
    if not 0 <= min_p <= 1:
        raise ValueError(f"min_p = {min_p}")
    limit = logits.max() + math.log(min_p) if min_p else -math.inf
    return np.array([x if x >= limit else -math.inf for x in logits])
