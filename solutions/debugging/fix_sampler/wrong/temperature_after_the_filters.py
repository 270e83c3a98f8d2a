"""Applies the temperature after the filters.

在过滤之后才施加温度。

caught by: test_temperature_comes_before_the_filters
"""

import numpy as np

Array = np.ndarray


def softmax(logits: Array) -> Array:
    """Return the probabilities of logits (V,)."""
    # Without the maximum subtracted, a logit of 710 overflows.
    weights = np.exp(logits - logits.max())  # (V,), the largest is 1
    return weights / weights.sum()


def only(logits: Array, keep: Array) -> Array:
    """Return new logits: those at the indices `keep`, -inf elsewhere."""
    # Writing the -inf into `logits` itself changed the caller's array.
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered


def keep_top_k(logits: Array, k: int) -> Array:
    """Return logits with all but the k largest set to -inf."""
    if k < 1:
        raise ValueError(f"top_k must be at least 1, not {k}")
    # An upward sort kept the k smallest.
    return only(logits, np.argsort(-logits, kind="stable")[:k])


def keep_top_p(logits: Array, p: float) -> Array:
    """Return logits with all but the nucleus set to -inf."""
    if not 0 < p <= 1:
        raise ValueError(f"top_p must be in (0, 1], not {p}")
    order = np.argsort(-logits, kind="stable")
    cumulative = np.cumsum(softmax(logits)[order])
    # `cumulative > p` was true of the very token that reaches p, and of all
    # tokens where the first has more than p.
    return only(logits, order[: np.searchsorted(cumulative, p) + 1])


def sample(
    logits: Array,
    temperature: float,
    top_k: int | None,
    top_p: float | None,
    uniform: float,
) -> int:
    """Draw an id from logits (V,); a temperature of 0 is greedy."""
    if temperature == 0:
        return int(np.argmax(logits))
    if top_k is not None:
        logits = keep_top_k(logits, top_k)
    if top_p is not None:
        logits = keep_top_p(logits, top_p)
    probs = softmax(logits / temperature)
    above = np.flatnonzero(np.cumsum(probs) > uniform)
    if above.size == 0:  # rounding: the last one with a probability
        above = np.flatnonzero(probs)[-1:]
    return int(above[0])
