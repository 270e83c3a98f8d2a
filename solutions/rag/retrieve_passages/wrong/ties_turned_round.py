"""The sort goes upwards and is reversed, and the ties with it.

从小到大排序后整体反转，相等的顺序也反了。

caught by: test_ties_go_to_the_lower_index
also fails: test_a_query_of_zeros_finds_the_first_passages
"""

import numpy as np
Array = np.ndarray


def retrieve(query: Array, passages: Array, k: int) -> list[int]:
    lengths = np.linalg.norm(passages, axis=1)
    lengths[lengths == 0.0] = 1.0
    similarity = passages @ query / lengths
    ranking = np.argsort(similarity, kind='stable')[::-1]
    return ranking[:k].tolist()
