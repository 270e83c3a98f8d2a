"""The mask value is the least float32, which is larger than some logits.

掩码值是 float32 的最小值，比某些 logit 还大。

caught by: test_very_small_logits_still_beat_what_is_not_allowed
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
        ids.append(int(np.argmax(np.where(np.isin(np.arange(len(logits)), choices), logits, np.finfo(np.float32).min))))
        if ids[-1] == eos_id:
            break
    return ids
