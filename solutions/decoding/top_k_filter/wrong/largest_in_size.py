"""The logits are compared by size, whatever their sign.

按绝对值比较 logits，忽略了符号。

caught by: test_it_is_the_largest_and_not_the_largest_in_size
also fails: test_logits_that_are_ruled_out_already_stay_out,
test_the_k_largest_stay_where_they_are
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = np.argsort(-abs(logits), kind='stable')[:k]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
