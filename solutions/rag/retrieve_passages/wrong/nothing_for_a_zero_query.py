"""A query of zeros finds nothing.

查询全零时什么也不返回。

caught by: test_a_query_of_zeros_finds_the_first_passages
"""

import numpy as np
Array = np.ndarray


def retrieve(query: Array, passages: Array, k: int) -> list[int]:
    if not query.any():
        return []
    lengths = np.linalg.norm(passages, axis=1)
    lengths[lengths == 0.0] = 1.0
    similarity = passages @ query / lengths
    ranking = np.argsort(-similarity, kind='stable')
    return ranking[:k].tolist()
