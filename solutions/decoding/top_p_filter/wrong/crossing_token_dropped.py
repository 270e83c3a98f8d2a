"""The token that crosses p is dropped (the first one is kept always).

丢掉了跨过 p 的那个 token（只保证第一个保留）。

caught by: test_the_token_that_crosses_p_is_kept
also fails: test_large_logits_do_not_overflow,
test_of_equal_logits_the_lower_index_comes_first,
test_p_is_a_limit_for_the_sum, test_the_logits_stay_as_they_are,
test_the_set_is_the_smallest_that_reaches_p
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:max(1, np.searchsorted(cumulative, p, side='right'))]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
