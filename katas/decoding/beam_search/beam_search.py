"""Beam search. The statement holds the contract."""

from collections.abc import Callable

import numpy as np

Array = np.ndarray


def beam_search(
    next_log_probs: Callable[[list[int]], Array],
    beam: int,
    eos_id: int,
    max_len: int,
    alpha: float = 0.0,
) -> list[tuple[list[int], float]]:
    """Return up to ``beam`` pairs (ids, score), the best first.

    ``ValueError`` for a beam below 1.
    """
    raise NotImplementedError
