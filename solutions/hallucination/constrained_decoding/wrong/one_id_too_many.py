"""The length is checked after an id was added.

加入 id 之后才检查长度。

caught by: test_decoding_stops_at_the_length_limit
also fails: test_both_functions_see_the_ids_so_far,
test_very_small_logits_still_beat_what_is_not_allowed
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) <= max_len and max_len > 0:
        choices = sorted((int(token) for token in allowed(ids)))
        if not choices:
            break
        logits = next_logits(ids)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
