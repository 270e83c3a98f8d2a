"""The caller's passages are normalised in place.

就地归一化了调用者的段落。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np
Array = np.ndarray


def retrieve(query: Array, passages: Array, k: int) -> list[int]:
    lengths = np.linalg.norm(passages, axis=1)
    lengths[lengths == 0.0] = 1.0
    passages /= lengths[:, None]
    similarity = passages @ query
    ranking = np.argsort(-similarity, kind='stable')
    return ranking[:k].tolist()
