"""A p of 0 or less is refused, but one above 1 is not.

拒绝了不大于 0 的 p，却没有拒绝大于 1 的。

caught by: test_a_p_outside_its_range_raises_value_error
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:np.searchsorted(cumulative, p) + 1]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
