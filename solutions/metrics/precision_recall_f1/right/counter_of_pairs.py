"""A Counter of pairs; each class reads its counts from it. F1 from precision and recall."""

from collections import Counter


def precision_recall_f1(y_true, y_pred):
    return per_class(y_true, y_pred, [1])[0]


def macro_f1(y_true, y_pred):
    scores = per_class(y_true, y_pred, {*y_true, *y_pred})
    return sum(f1 for _, _, f1 in scores) / len(scores)


def per_class(y_true, y_pred, classes):
    if not len(y_true) == len(y_pred) > 0:
        raise ValueError("need equally many labels, at least one")
    both = Counter(zip(y_true, y_pred))
    true, predicted = Counter(y_true), Counter(y_pred)
    scores = []
    for c in classes:
        hits = both[c, c]
        p = hits / predicted[c] if predicted[c] else 0.0
        r = hits / true[c] if true[c] else 0.0
        scores.append((p, r, 2 * p * r / (p + r) if p + r > 0 else 0.0))
    return scores
