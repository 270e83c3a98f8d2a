"""Decoding ends as soon as the end id is allowed.

只要结束 id 被允许就立即结束。

caught by: test_the_end_is_subject_to_the_constraint
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
        if eos_id in choices:
            choices = [eos_id]
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
