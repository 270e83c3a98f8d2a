"""Both sides normalised with np.divide's where, then lexsort with the index as the second key; gives an array."""

import numpy as np


def unit(x):
    n = np.sqrt((x * x).sum(-1, keepdims=True))
    return np.divide(x, n, out=np.zeros_like(x), where=n > 0)


def retrieve(query, passages, k):
    s = np.einsum("nd,d->n", unit(passages), unit(query))
    return np.lexsort((np.arange(len(s)), -s))[:k]
