"""np.isin for membership, argmax for the first hit; gives NumPy scalars."""

import numpy as np


def recall_at_k(ranked, relevant, k):
    if len(relevant) == 0:
        raise ValueError("empty")
    return np.isin(list(relevant), ranked[:k]).mean()


def mean_reciprocal_rank(rankings, relevant):
    values = np.zeros(len(rankings))
    for i, ranking in enumerate(rankings):
        hits = np.isin(np.array(ranking, dtype=str), list(relevant[i]))
        if hits.any():
            values[i] = 1.0 / (hits.argmax() + 1)
    return values.mean()
