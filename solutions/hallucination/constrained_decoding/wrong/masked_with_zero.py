"""The logits are multiplied by a mask of 0 and 1, and 0 beats negative logits.

logits 乘以 0/1 掩码，而 0 比负的 logit 还大。

caught by: test_each_step_takes_the_best_allowed_id
also fails: test_the_allowed_ids_come_in_any_collection,
test_very_small_logits_still_beat_what_is_not_allowed
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
        ids.append(int(np.argmax(logits * np.isin(np.arange(len(logits)), choices))))
        if ids[-1] == eos_id:
            break
    return ids
