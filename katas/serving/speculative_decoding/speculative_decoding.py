"""Speculative decoding. The statement holds the contract."""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def speculative_step(
    draft: Array,
    target: Array,
    tokens: list[int],
    uniforms: Sequence[float],
) -> list[int]:
    """Return the accepted tokens and one that is drawn.

    ``draft`` (K, V) and ``target`` (K + 1, V) hold probabilities.
    """
    raise NotImplementedError
