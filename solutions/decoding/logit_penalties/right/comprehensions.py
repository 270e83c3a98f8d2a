"""Plain Python over enumerated logits."""

import math

import numpy as np


def penalised(x, penalty):
    return x / penalty if x > 0 else x * penalty


def repetition_penalty(logits, previous, penalty):
    if penalty <= 0:
        raise ValueError
    seen = frozenset(int(i) for i in previous)
    return np.array([penalised(x, penalty) if i in seen else x for i, x in enumerate(logits.tolist())])


def min_p_filter(logits, min_p):
    if min_p > 1 or min_p < 0:
        raise ValueError
    best = max(logits.tolist())
    return np.array([-np.inf if math.exp(x - best) < min_p else x for x in logits.tolist()])
