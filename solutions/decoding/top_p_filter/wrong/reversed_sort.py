"""An upward sort is reversed, which puts the higher index first among equal logits.

把升序排序的结果反转，相等的 logit 中下标大的排到了前面。

caught by: test_of_equal_logits_the_lower_index_comes_first
also fails: test_a_sum_equal_to_p_is_enough, test_p_is_a_limit_for_the_sum
"""

import numpy as np
Array = np.ndarray

def top_p_filter(logits: Array, p: float) -> Array:
    if not 0 < p <= 1:
        raise ValueError(f'p must be in (0, 1], not {p}')
    order = np.argsort(logits, kind='stable')[::-1]
    probs = np.exp(logits[order] - logits.max())
    cumulative = np.cumsum(probs / probs.sum())
    keep = order[:np.searchsorted(cumulative, p) + 1]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
