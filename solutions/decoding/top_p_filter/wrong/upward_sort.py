"""The tokens are added up from the least probable one.

从概率最小的 token 开始累加。

caught by: test_the_token_that_crosses_p_is_kept
also fails: test_at_least_one_token_stays, test_large_logits_do_not_overflow,
test_of_equal_logits_the_lower_index_comes_first,
test_the_logits_stay_as_they_are, test_the_set_is_the_smallest_that_reaches_p
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(logits, kind='stable')
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:np.searchsorted(cumulative, p) + 1]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
