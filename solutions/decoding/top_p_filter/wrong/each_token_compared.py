"""Each token's own probability is compared with p.

拿每个 token 自己的概率与 p 比较。

caught by: test_p_is_a_limit_for_the_sum
also fails: test_a_sum_equal_to_p_is_enough, test_large_logits_do_not_overflow,
test_of_equal_logits_the_lower_index_comes_first,
test_the_logits_stay_as_they_are, test_the_set_is_the_smallest_that_reaches_p,
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
    keep = order[:max(1, int((probs / probs.sum() >= 1 - p).sum()))]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
