"""Nothing is filtered: the logits come back as they are.

没有过滤，原样返回 logits。

caught by: test_the_k_largest_stay_where_they_are
also fails: test_exactly_k_stay_where_logits_are_equal,
test_it_is_the_largest_and_not_the_largest_in_size,
test_of_equal_logits_the_lower_index_is_kept, test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = np.argsort(-logits, kind='stable')[:k]
    filtered = logits.copy()
    filtered[keep] = logits[keep]
    return filtered
