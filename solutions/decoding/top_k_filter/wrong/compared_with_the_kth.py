"""Every logit equal to the k-th largest stays, so there may be more than k.

与第 k 大相等的 logit 全部保留，结果可能多于 k 个。

caught by: test_exactly_k_stay_where_logits_are_equal
also fails: test_of_equal_logits_the_lower_index_is_kept
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = logits >= np.sort(logits)[-min(k, len(logits))]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
