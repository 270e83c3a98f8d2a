"""Repetition penalty and min-p filtering. The statement holds the contract."""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def repetition_penalty(
    logits: Array,
    previous: Sequence[int],
    penalty: float,
) -> Array:
    """Return logits (V,) with those of the ids in ``previous`` penalised.

    ``ValueError`` for a penalty of 0 or less.
    """
    raise NotImplementedError


def min_p_filter(logits: Array, min_p: float) -> Array:
    """Return logits (V,) with the improbable ones set to -inf.

    ``ValueError`` for a min_p outside [0, 1].
    """
    raise NotImplementedError
