"""Both filters are checked, but not applied.

两种过滤只检查了参数，没有起作用。

caught by: test_top_k_keeps_the_most_probable
also fails: test_a_sum_equal_to_p_is_enough, test_large_logits_do_not_overflow,
test_of_equal_logits_the_lower_ids_stay,
test_temperature_comes_before_the_filters, test_the_logits_stay_as_they_are,
test_top_p_acts_on_what_top_k_left_renormalised,
test_top_p_keeps_the_token_that_reaches_p
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
    logits = logits / temperature
    if top_k is not None:
        keep_top_k(logits, top_k)
    if top_p is not None:
        keep_top_p(logits, top_p)
    probs = softmax(logits)
    above = np.flatnonzero(np.cumsum(probs) > uniform)
    if above.size == 0:
        above = np.flatnonzero(probs)[-1:]
    return int(above[0])
