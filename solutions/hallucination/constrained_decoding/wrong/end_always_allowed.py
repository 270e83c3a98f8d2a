"""The end id may come at any step, allowed or not.

任何一步都允许结束 id，不管约束怎么说。

caught by: test_the_end_is_subject_to_the_constraint
also fails: test_decoding_stops_after_the_end,
test_decoding_stops_at_the_length_limit,
test_decoding_stops_when_nothing_is_allowed,
test_each_step_takes_the_best_allowed_id, test_ties_go_to_the_lowest_id,
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
        if eos_id < len(logits) and eos_id not in choices:
            choices = sorted([*choices, eos_id])
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
