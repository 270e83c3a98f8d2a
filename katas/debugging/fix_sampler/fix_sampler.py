"""A sampler with temperature, top-k and top-p. It is wrong: fix it."""

import numpy as np

Array = np.ndarray


def softmax(logits: Array) -> Array:
    """Return the probabilities of logits (V,)."""
    weights = np.exp(logits)
    return weights / weights.sum()


def keep_top_k(logits: Array, k: int) -> Array:
    """Return logits with all but the k largest set to -inf."""
    if k < 1:
        raise ValueError(f"top_k must be at least 1, not {k}")
    order = np.argsort(logits, kind="stable")
    logits[order[k:]] = -np.inf
    return logits


def keep_top_p(logits: Array, p: float) -> Array:
    """Return logits with all but the nucleus set to -inf."""
    if not 0 < p <= 1:
        raise ValueError(f"top_p must be in (0, 1], not {p}")
    order = np.argsort(-logits, kind="stable")
    cumulative = np.cumsum(softmax(logits)[order])
    logits[order[cumulative > p]] = -np.inf
    return logits


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
    probs = softmax(logits) / temperature
    probs = probs / probs.sum()

    order = np.argsort(-probs, kind="stable")
    above = np.flatnonzero(np.cumsum(probs[order]) > uniform)
    if above.size == 0:  # rounding: the last one with a probability
        above = np.flatnonzero(probs[order])[-1:]
    return int(order[above[0]])
