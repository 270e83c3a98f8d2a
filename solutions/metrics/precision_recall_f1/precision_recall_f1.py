"""Precision, recall, F1, written to be read.

precision = tp / (tp + fp)    how much of what was found is right
recall    = tp / (tp + fn)    how much of what is there was found
F1        = 2 tp / (2 tp + fp + fn)

The last is the harmonic mean of the other two, put in terms of counts. Where
that is 0/0, so are the usual formulas, and the answer is 0 by convention.
"""

from collections.abc import Sequence

Pairs = list[tuple[int, int]]  # (true label, predicted label) of each example


def precision_recall_f1(
    y_true: Sequence[int],
    y_pred: Sequence[int],
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the class 1."""
    return scores_of(1, paired(y_true, y_pred))


def macro_f1(y_true: Sequence[int], y_pred: Sequence[int]) -> float:
    """Return the mean F1 of all labels seen, each one against the rest."""
    pairs = paired(y_true, y_pred)
    # The trap: labels from y_true alone would let a model invent classes for
    # free. And it is the mean of F1, not F1 of mean precision and recall.
    labels = {label for pair in pairs for label in pair}
    return sum(scores_of(label, pairs)[2] for label in labels) / len(labels)


def paired(y_true: Sequence[int], y_pred: Sequence[int]) -> Pairs:
    """Return the labels of each example; ``ValueError`` for bad input."""
    # strict=True raises ValueError for unequal lengths; without it zip stops
    # at the end of the shorter sequence and says nothing.
    pairs = list(zip(y_true, y_pred, strict=True))
    if not pairs:
        raise ValueError("there is no example to score")
    return pairs


def scores_of(positive: int, pairs: Pairs) -> tuple[float, float, float]:
    """Return precision, recall and F1 with ``positive`` against the rest."""
    tp = sum(t == positive and p == positive for t, p in pairs)
    fp = sum(t != positive and p == positive for t, p in pairs)
    fn = sum(t == positive and p != positive for t, p in pairs)
    return (
        quotient(tp, tp + fp),
        quotient(tp, tp + fn),
        quotient(2 * tp, 2 * tp + fp + fn),
    )


def quotient(numerator: int, denominator: int) -> float:
    """Return the quotient, and 0.0 where the denominator is 0."""
    return numerator / denominator if denominator else 0.0
