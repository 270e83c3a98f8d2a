"""The end id stops decoding and is left out.

遇到结束 id 就停止，但没有保留它。

caught by: test_decoding_stops_after_the_end
also fails: test_the_end_is_subject_to_the_constraint
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        choices = sorted((int(token) for token in allowed(ids)))
        if not choices:
            break
        logits = next_logits(ids)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            return ids[:-1]
    return ids
