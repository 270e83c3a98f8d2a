"""The result is in the order of the logits, not in that of the ids.

结果按 logit 大小排列，而不是按 id 排列。

caught by: test_the_k_largest_stay_where_they_are
also fails: test_a_k_of_the_whole_vocabulary_or_more_changes_nothing,
test_it_is_the_largest_and_not_the_largest_in_size,
test_logits_that_are_ruled_out_already_stay_out,
test_of_equal_logits_the_lower_index_is_kept, test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    if k < 1:
        raise ValueError(f'at least one token must stay: k is {k}')
    keep = np.argsort(-logits, kind='stable')[:k]
    filtered = np.full_like(logits, -np.inf)
    filtered[:len(keep)] = logits[keep]
    return filtered
