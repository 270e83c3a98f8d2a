"""The dot product is not divided by the lengths of the passages.

点积没有除以段落的长度。

caught by: test_the_length_of_a_passage_does_not_matter
also fails: test_a_tiny_passage_is_as_similar_as_a_long_one
"""

import numpy as np
Array = np.ndarray


def retrieve(query: Array, passages: Array, k: int) -> list[int]:
    lengths = np.linalg.norm(passages, axis=1)
    lengths[lengths == 0.0] = 1.0
    similarity = passages @ query
    ranking = np.argsort(-similarity, kind='stable')
    return ranking[:k].tolist()
