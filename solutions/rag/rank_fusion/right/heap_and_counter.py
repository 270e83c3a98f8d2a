"""A Counter for the scores, a heap for the order, islice and heapq.nlargest for nDCG."""

import heapq
from collections import Counter
from itertools import count
from math import log


def reciprocal_rank_fusion(rankings, k=60):
    scores = Counter()
    for ranking in rankings:
        scores.update({item: 1 / rank for item, rank in zip(ranking, count(k + 1))})
    heap = [(-score, item) for item, score in scores.items()]
    heapq.heapify(heap)
    out = []
    while heap:
        score, item = heapq.heappop(heap)
        out.append((item, -score))
    return tuple(out)


def ndcg_at_k(ranked, gains, k):
    if k < 1 or sum(gains.values()) == 0:
        raise ValueError

    def dcg(values):
        return sum(v * log(2) / log(r) for v, r in zip(values, count(2)))

    return dcg(gains.get(i, 0) for i in ranked[:k]) / dcg(heapq.nlargest(k, gains.values()))
