"""A negative k is a legal slice that counts from the end, and raises nothing.

负的 k 是从末尾数起的合法切片，没有抛出异常。

caught by: test_a_k_below_one_raises_value_error
"""

from collections import defaultdict
from math import log2


def reciprocal_rank_fusion(rankings, k=60):
    scores = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] += 1 / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def dcg(values):
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(values, 1))


def ndcg_at_k(ranked, gains, k):
    if k == 0 or not any(gain > 0 for gain in gains.values()):
        raise ValueError("k must be at least 1 and a gain positive")
    best = sorted(gains.values(), reverse=True)
    return dcg([gains.get(item, 0) for item in ranked[:k]]) / (dcg(best[:k]) or 1.0)
