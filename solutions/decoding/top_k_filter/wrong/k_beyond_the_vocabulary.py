"""The k-th largest is looked up though there are fewer than k logits.

logits 不足 k 个时仍去取第 k 大的值。

caught by: test_a_k_of_the_whole_vocabulary_or_more_changes_nothing
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    order = np.argsort(-logits, kind='stable')
    keep = np.array([order[i] for i in range(k)])
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
