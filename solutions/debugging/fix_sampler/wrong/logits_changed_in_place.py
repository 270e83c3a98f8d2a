"""The filters write -inf into the caller's array.

过滤函数把 -inf 写进了调用者的数组。

caught by: test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def softmax(logits: Array) -> Array:
    weights = np.exp(logits - logits.max())
    return weights / weights.sum()

def only(logits: Array, keep: Array) -> Array:
    logits[np.setdiff1d(np.arange(len(logits)), keep)] = -np.inf
    return logits

def keep_top_k(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'top_k must be at least 1, not {k}')
    return only(logits, np.argsort(-logits, kind='stable')[:k])

def keep_top_p(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'top_p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    cumulative = np.cumsum(softmax(logits)[order])
    return only(logits, order[:np.searchsorted(cumulative, p) + 1])

def sample(logits: Array, temperature: float, top_k: int | None, top_p: float | None, uniform: float) -> int:
    if temperature == 0:
        return int(np.argmax(logits))
    logits /= temperature
    if top_k is not None:
        logits = keep_top_k(logits, top_k)
    if top_p is not None:
        logits = keep_top_p(logits, top_p)
    probs = softmax(logits)
    above = np.flatnonzero(np.cumsum(probs) > uniform)
    if above.size == 0:
        above = np.flatnonzero(probs)[-1:]
    return int(above[0])
