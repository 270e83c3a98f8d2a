"""Scores are rounded to three decimals before sorting, so places close to each other count as equal.

排序前把分数舍入到三位小数，名次相近的就当成了并列。

caught by: test_k_is_60_unless_given
also fails: test_equal_scores_come_in_alphabetical_order
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
    return sorted(scores.items(), key=lambda pair: (-round(pair[1], 3), pair[0]))


def ndcg_at_k(ranked: list[str], gains: dict[str, float], k: int) -> float:
    """Return the nDCG of the first ``k`` items of ``ranked``."""
    if k < 1 or not any(gain > 0 for gain in gains.values()):
        raise ValueError("k must be at least 1 and a gain positive")
    # The trap: the best order is that of all of gains, not of what was found.
    best = sorted(gains.values(), reverse=True)
    return _dcg([gains.get(item, 0) for item in ranked[:k]]) / _dcg(best[:k])


def _dcg(values: list[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(values, 1))
