"""An upward sort is reversed, which puts the higher index first among equal logits.

把升序排序的结果反转，相等的 logit 中下标大的排到了前面。

caught by: test_of_equal_logits_the_lower_index_is_kept
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = np.argsort(logits, kind='stable')[::-1][:k]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
