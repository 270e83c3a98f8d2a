"""The best order is not cut at k.

最佳顺序没有在 k 处截断。

caught by: test_both_orders_are_cut_at_k
"""

from collections import defaultdict
from math import log2


def reciprocal_rank_fusion(
    rankings: list[list[str]],
    k: int = 60,
) -> list[tuple[str, float]]:
    """Return (item, score) pairs, the best first."""
    scores: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] += 1 / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def ndcg_at_k(ranked: list[str], gains: dict[str, float], k: int) -> float:
    """Return the nDCG of the first ``k`` items of ``ranked``."""
    if k < 1 or not any(gain > 0 for gain in gains.values()):
        raise ValueError("k must be at least 1 and a gain positive")
    # The trap: the best order is that of all of gains, not of what was found.
    best = sorted(gains.values(), reverse=True)
    return _dcg([gains.get(item, 0) for item in ranked[:k]]) / _dcg(best)


def _dcg(values: list[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(values, 1))
