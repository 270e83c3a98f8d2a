"""Sampling a sequence with given draws. The statement holds the contract."""

from collections.abc import Callable, Sequence

import numpy as np

Array = np.ndarray


def sample_sequence(
    next_probs: Callable[[list[int]], Array],
    eos: int,
    max_len: int,
    uniforms: Sequence[float],
) -> list[int]:
    """Return the tokens drawn, up to ``eos`` (kept) or ``max_len`` of them.

    Step i takes the smallest token whose cumulative probability exceeds
    ``uniforms[i]``.
    """
    raise NotImplementedError
