"""Sampling a sequence with given draws, written to be read.

Inverse-CDF sampling: lay the probabilities end to end and see which token's
segment the draw falls into. Token t owns [F(t - 1), F(t)), where F is the
cumulative sum. The left end is in and the right end is out, so a token of
probability 0 owns nothing.
"""

from collections.abc import Callable, Sequence

import numpy as np

Array = np.ndarray


def sample_sequence(
    next_probs: Callable[[list[int]], Array],
    eos: int,
    max_len: int,
    uniforms: Sequence[float],
) -> list[int]:
    """Return the tokens drawn, up to ``eos`` (kept) or ``max_len``."""
    ids: list[int] = []
    while len(ids) < max_len:
        probs = next_probs(ids)  # (V,)
        ids.append(draw(probs, uniforms[len(ids)]))
        if ids[-1] == eos:
            break
    return ids


def draw(probs: Array, u: float) -> int:
    """Return the smallest token whose cumulative probability exceeds u."""
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    # The trap: ten times 0.1 adds up to less than 1, so a draw just below 1
    # can exceed the whole sum. Only tokens with a probability may be drawn.
    return int(np.flatnonzero(probs)[-1])
