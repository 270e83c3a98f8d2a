"""Among equal logits the id listed first is taken.

logits 并列时取列表里靠前的。

caught by: test_ties_go_to_the_lowest_id
"""

from collections.abc import Callable, Collection
import numpy as np
Array = np.ndarray


def constrained_greedy(next_logits: Callable[[list[int]], Array], allowed: Callable[[list[int]], Collection[int]], eos_id: int, max_len: int) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        choices = [int(token) for token in allowed(ids)]
        if not choices:
            break
        logits = next_logits(ids)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
