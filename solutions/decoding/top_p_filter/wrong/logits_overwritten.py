"""The -inf are written into the caller's array.

把 -inf 写进了调用者的数组。

caught by: test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:np.searchsorted(cumulative, p) + 1]
    filtered = logits
    filtered[np.setdiff1d(order, keep)] = -np.inf
    return filtered
