"""Top-k filtering, written to be read.

Find the indices that stay, copy their logits into an array of -inf.
"""

import numpy as np

Array = np.ndarray


def top_k_filter(logits: Array, k: int) -> Array:
    """Return logits (V,) with all but the k largest set to -inf."""
    if k < 1:
        raise ValueError(f"at least one token must stay: k is {k}")
    # The trap: `logits >= kth_largest` keeps every logit that equals the
    # k-th, so more than k may stay. A stable sort of the negated logits puts
    # the lower index first among equal ones. (Reversing an upward sort would
    # put the higher one first.)
    keep = np.argsort(-logits, kind="stable")[:k]  # (min(k, V),)
    filtered = np.full_like(logits, -np.inf)  # (V,)
    filtered[keep] = logits[keep]
    return filtered
