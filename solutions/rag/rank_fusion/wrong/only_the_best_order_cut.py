"""The ranking itself is not cut at k.

ranked 本身没有在 k 处截断。

caught by: test_both_orders_are_cut_at_k
also fails: test_a_missing_item_costs
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
    if k < 1 or not any(gain > 0 for gain in gains.values()):
        raise ValueError("k must be at least 1 and a gain positive")
    best = sorted(gains.values(), reverse=True)
    return dcg([gains.get(item, 0) for item in ranked]) / dcg(best[:k])
