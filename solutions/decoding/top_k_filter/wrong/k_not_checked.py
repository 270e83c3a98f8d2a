"""A k of 0 or less is a legal slice and raises nothing.

k 为 0 或负数时切片照样合法，没有抛出异常。

caught by: test_a_k_below_one_raises_value_error
"""

import numpy as np
Array = np.ndarray

def top_k_filter(logits: Array, k: int) -> Array:
    keep = np.argsort(-logits, kind='stable')[:k]
    filtered = np.full_like(logits, -np.inf)
    filtered[keep] = logits[keep]
    return filtered
