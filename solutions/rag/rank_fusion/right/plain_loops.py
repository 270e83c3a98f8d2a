"""Loops, list.index and two stable sorts."""

import math


def reciprocal_rank_fusion(rankings, k=60):
    items = []
    for ranking in rankings:
        for item in ranking:
            if item not in items:
                items.append(item)
    items.sort()
    fused = []
    for item in items:
        fused.append([item, sum(1 / (k + 1 + r.index(item)) for r in rankings if item in r)])
    fused.sort(key=lambda pair: pair[1], reverse=True)
    return fused


def ndcg_at_k(ranked, gains, k):
    if k <= 0 or not gains or max(gains.values()) <= 0:
        raise ValueError("bad arguments")
    found = ideal = 0.0
    best = sorted(gains, key=gains.get, reverse=True)
    for i in range(k):
        if i < len(ranked) and ranked[i] in gains:
            found += gains[ranked[i]] / math.log2(i + 2)
        if i < len(best):
            ideal += gains[best[i]] / math.log2(i + 2)
    return found / ideal
