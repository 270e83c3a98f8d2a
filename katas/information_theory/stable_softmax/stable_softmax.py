"""Stable softmax: scores in, probabilities out."""

from collections.abc import Sequence


def softmax(x: Sequence[float]) -> list[float]:
    """Return the probability of each score in ``x``, in the same order.

    Each score is finite or ``-inf`` (at least one is finite); ``-inf`` gets
    exactly 0.0. An empty sequence raises ``ValueError``.
    """
    raise NotImplementedError
