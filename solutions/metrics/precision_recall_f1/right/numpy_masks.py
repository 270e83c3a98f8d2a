"""Boolean masks of NumPy; returns an array of three and a NumPy scalar."""

import numpy as np


def arrays(y_true, y_pred):
    t, p = np.asarray(y_true), np.asarray(y_pred)
    if t.shape != p.shape or t.size == 0:
        raise ValueError("bad input")
    return t, p


def precision_recall_f1(y_true, y_pred):
    t, p = arrays(y_true, y_pred)
    t, p = t == 1, p == 1
    tp = np.count_nonzero(t & p)
    bottom = np.array([p.sum(), t.sum(), (p.sum() + t.sum()) / 2])
    return np.divide(tp, bottom, out=np.zeros(3), where=bottom > 0)


def macro_f1(y_true, y_pred):
    t, p = arrays(y_true, y_pred)
    return np.mean([precision_recall_f1(t == c, p == c)[2] for c in np.union1d(t, p)])
