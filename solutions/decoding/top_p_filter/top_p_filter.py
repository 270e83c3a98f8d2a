"""Top-p (nucleus) filtering, written to be read.

Sort by falling probability, add up, and keep the tokens from the front up to
and including the one with which the sum reaches p.
"""

import numpy as np

Array = np.ndarray


def top_p_filter(logits: Array, p: float) -> Array:
    """Return logits (V,) with all tokens outside the nucleus set to -inf."""
    if not 0 < p <= 1:
        raise ValueError(f"p must be in (0, 1], not {p}")
    order = np.argsort(-logits, kind="stable")  # (V,), equal ones by index
    probs = np.exp(logits[order] - logits.max())  # (V,), falling
    cumulative = np.cumsum(probs / probs.sum())  # (V,)
    # The trap: `cumulative <= p` drops the token that crosses p, and keeps
    # nothing at all where the first token has more than p. searchsorted gives
    # the number of sums below p, and one token more reaches it.
    keep = order[: np.searchsorted(cumulative, p) + 1]
    filtered = np.full_like(logits, -np.inf)  # (V,)
    filtered[keep] = logits[keep]  # back to the order of ids
    return filtered
