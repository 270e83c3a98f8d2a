"""Constrained greedy decoding, written to be read.

The best id is looked for among the allowed ones, instead of pushing the
others down with a mask. So there is no mask value that a small logit could
fall below.
"""

from collections.abc import Callable, Collection

import numpy as np

Array = np.ndarray


def constrained_greedy(
    next_logits: Callable[[list[int]], Array],
    allowed: Callable[[list[int]], Collection[int]],
    eos_id: int,
    max_len: int,
) -> list[int]:
    """Return the ids of greedy decoding among the allowed ones."""
    ids: list[int] = []
    while len(ids) < max_len:
        # The trap: an array has no truth value, and a set has no order. A
        # sorted list has both, and max finds the lowest of equal ids in it.
        choices = sorted(int(token) for token in allowed(ids))
        if not choices:
            break
        logits = next_logits(ids)  # (V,)
        ids.append(max(choices, key=lambda token: logits[token]))
        if ids[-1] == eos_id:
            break
    return ids
