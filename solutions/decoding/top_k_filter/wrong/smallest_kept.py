"""The sort runs upwards, so the k smallest logits stay.

排序方向反了，保留的是最小的 k 个。

caught by: test_the_k_largest_stay_where_they_are
also fails: test_it_is_the_largest_and_not_the_largest_in_size,
test_logits_that_are_ruled_out_already_stay_out,
test_of_equal_logits_the_lower_index_is_kept, test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = np.argsort(logits, kind='stable')[:k]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
