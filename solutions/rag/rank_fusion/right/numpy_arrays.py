"""NumPy arrays: a matrix of reciprocal ranks and a vector of discounts."""

import numpy as np


def reciprocal_rank_fusion(rankings, k=60):
    names = sorted({item for ranking in rankings for item in ranking})
    place = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rankings), len(names)))
    for row, ranking in zip(matrix, rankings):
        for rank, item in enumerate(ranking):
            row[place[item]] = 1 / (k + rank + 1)
    total = matrix.sum(0)
    return [(names[i], total[i]) for i in np.argsort(-total, kind="stable")]


def ndcg_at_k(ranked, gains, k):
    if k < 1:
        raise ValueError("k")

    def dcg(values):
        values = np.array(values[:k], dtype=float)
        return values @ (1 / np.log2(np.arange(2, len(values) + 2)))

    ideal = dcg(sorted(gains.values())[::-1])
    if ideal <= 0:
        raise ValueError("nothing relevant")
    return dcg([gains.get(item, 0.0) for item in ranked]) / ideal
