"""One pass over the examples with dicts of counts; try and except for the denominators; gives a list."""

from collections import defaultdict
from statistics import fmean


def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 0.0


def count(y_true, y_pred):
    if len(y_true) != len(y_pred):
        raise ValueError("lengths differ")
    if len(y_true) == 0:
        raise ValueError("empty")
    table = defaultdict(lambda: [0, 0, 0])
    for t, p in zip(y_true, y_pred):
        if t == p:
            table[t][0] += 1
        else:
            table[p][1] += 1
            table[t][2] += 1
    return table


def precision_recall_f1(y_true, y_pred):
    tp, fp, fn = count(y_true, y_pred)[1]
    return [divide(tp, tp + fp), divide(tp, tp + fn), divide(tp, tp + 0.5 * (fp + fn))]


def macro_f1(y_true, y_pred):
    return fmean(divide(2 * tp, 2 * tp + fp + fn) for tp, fp, fn in count(y_true, y_pred).values())
