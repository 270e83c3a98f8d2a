"""A reversed sort keeps the higher ids among equal logits.

反转升序结果，使相等的 logits 中保留了 id 大的。

caught by: test_of_equal_logits_the_lower_ids_stay
"""

import numpy as np
Array = np.ndarray

def softmax(logits: Array) -> Array:
    weights = np.exp(logits - logits.max())
    return weights / weights.sum()

def only(logits: Array, keep: Array) -> Array:
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered

def keep_top_k(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'top_k must be at least 1, not {k}')
    return only(logits, np.argsort(logits, kind='stable')[::-1][:k])

def keep_top_p(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'top_p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    cumulative = np.cumsum(softmax(logits)[order])
    return only(logits, order[:np.searchsorted(cumulative, p) + 1])

def sample(logits: Array, temperature: float, top_k: int | None, top_p: float | None, uniform: float) -> int:
    if temperature == 0:
        return int(np.argmax(logits))
    logits = logits / temperature
    if top_k is not None:
        logits = keep_top_k(logits, top_k)
    if top_p is not None:
        logits = keep_top_p(logits, top_p)
    probs = softmax(logits)
    above = np.flatnonzero(np.cumsum(probs) > uniform)
    if above.size == 0:
        above = np.flatnonzero(probs)[-1:]
    return int(above[0])
