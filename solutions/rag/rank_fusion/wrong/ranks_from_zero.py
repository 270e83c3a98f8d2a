"""Ranks count from 0 in the fusion.

融合时名次从 0 开始。

caught by: test_scores_add_up_over_the_rankings
also fails: test_equal_scores_come_in_alphabetical_order,
test_k_is_60_unless_given
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
        for rank, item in enumerate(ranking, start=0):
            scores[item] += 1 / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def ndcg_at_k(ranked: list[str], gains: dict[str, float], k: int) -> float:
    """Return the nDCG of the first ``k`` items of ``ranked``."""
    if k < 1 or not any(gain > 0 for gain in gains.values()):
        raise ValueError("k must be at least 1 and a gain positive")
    # The trap: the best order is that of all of gains, not of what was found.
    best = sorted(gains.values(), reverse=True)
    return _dcg([gains.get(item, 0) for item in ranked[:k]]) / _dcg(best[:k])


def _dcg(values: list[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(values, 1))
