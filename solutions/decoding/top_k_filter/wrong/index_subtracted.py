"""Breaks ties by subtracting a small multiple of the index, which reorders logits that lie closer.

减去下标的一个小倍数来打破并列，相差更小的 logit 顺序就乱了。

caught by: test_the_k_largest_stay_where_they_are
"""

import numpy as np


def top_k_filter(logits, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    nudged = logits - 1e-6 * np.arange(len(logits))
    order = np.argsort(-nudged, kind="stable")
    keep = order[:k]
    result = np.full(logits.shape, -np.inf)
    result[keep] = logits[keep]
    return result
