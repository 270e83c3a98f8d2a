"""The constraint is asked for once, at the beginning.

只在开始时询问一次约束。

caught by: test_both_functions_see_the_ids_so_far
also fails: test_decoding_stops_after_the_end,
test_decoding_stops_when_nothing_is_allowed,
test_each_step_takes_the_best_allowed_id,
test_the_allowed_ids_come_in_any_collection,
test_the_end_is_subject_to_the_constraint, test_ties_go_to_the_lowest_id
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        choices = sorted((int(token) for token in allowed([])))
        if not choices:
            break
        logits = next_logits(ids)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
