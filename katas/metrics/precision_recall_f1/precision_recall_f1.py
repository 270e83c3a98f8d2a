"""Precision, recall, F1. The statement holds the contract."""

from collections.abc import Sequence


def precision_recall_f1(
    y_true: Sequence[int],
    y_pred: Sequence[int],
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the class 1, for labels 0 and 1.

    A quotient with the denominator 0 is 0.0. Unequal lengths or empty input
    raise ``ValueError``.
    """
    raise NotImplementedError


def macro_f1(y_true: Sequence[int], y_pred: Sequence[int]) -> float:
    """Return the mean F1 of all labels that occur in ``y_true`` or ``y_pred``.

    Unequal lengths or empty input raise ``ValueError``.
    """
    raise NotImplementedError
