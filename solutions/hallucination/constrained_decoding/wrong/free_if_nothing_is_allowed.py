"""Where nothing is allowed the constraint is lifted.

什么都不允许时就取消约束。

caught by: test_decoding_stops_when_nothing_is_allowed
also fails: test_the_allowed_ids_come_in_any_collection
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        choices = sorted((int(token) for token in allowed(ids)))
        logits = next_logits(ids)
        choices = choices or list(range(len(logits)))
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
