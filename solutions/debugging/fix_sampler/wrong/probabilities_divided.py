"""The probabilities are divided by the temperature, which normalising undoes.

除的是概率而不是 logits，归一化之后等于没除。

caught by: test_temperature_acts_on_the_logits
also fails: test_temperature_comes_before_the_filters
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
    if top_k is not None:
        logits = keep_top_k(logits, top_k)
    if top_p is not None:
        logits = keep_top_p(logits, top_p)
    probs = softmax(logits) / temperature
    probs = probs / probs.sum()
    above = np.flatnonzero(np.cumsum(probs) > uniform)
    if above.size == 0:
        above = np.flatnonzero(probs)[-1:]
    return int(above[0])
