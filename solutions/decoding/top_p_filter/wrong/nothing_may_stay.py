"""Only the tokens whose sum is at most p stay, and where the first has more there is none.

只保留累计不超过 p 的 token，第一个就超过时一个都不剩。

caught by: test_at_least_one_token_stays
also fails: test_large_logits_do_not_overflow,
test_of_equal_logits_the_lower_index_comes_first,
test_p_is_a_limit_for_the_sum, test_the_logits_stay_as_they_are,
test_the_set_is_the_smallest_that_reaches_p,
test_the_token_that_crosses_p_is_kept
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(-logits, kind='stable')
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:np.searchsorted(cumulative, p, side='right')]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
