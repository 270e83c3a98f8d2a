"""The collection is tested with `not`, which an array of several ids refuses.

用 `not` 判断集合是否为空，而多个元素的数组不支持真假判断。

caught by: test_the_allowed_ids_come_in_any_collection
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        given = allowed(ids)
        choices = sorted((int(token) for token in given)) if not isinstance(given, np.ndarray) else given
        if not choices:
            break
        logits = next_logits(ids)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
