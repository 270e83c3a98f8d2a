"""Constrained greedy decoding. The statement holds the contract."""

from collections.abc import Callable, Collection

import numpy as np

Array = np.ndarray


def constrained_greedy(
    next_logits: Callable[[list[int]], Array],
    allowed: Callable[[list[int]], Collection[int]],
    eos_id: int,
    max_len: int,
) -> list[int]:
    """Return the ids of greedy decoding among the allowed ones.

    Ties go to the lowest id. It stops after ``eos_id`` (kept), at
    ``max_len`` ids, or when nothing is allowed.
    """
    raise NotImplementedError
