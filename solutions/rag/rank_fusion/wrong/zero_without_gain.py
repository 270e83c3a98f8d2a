"""Where no gain is positive, the result is 0 instead of an error.

没有正的增益时返回 0，而不是抛出异常。

caught by: test_no_positive_gain_raises_value_error
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
    if not any(gain > 0 for gain in gains.values()):
        return 0.0
    if k < 1:
        raise ValueError("k must be at least 1 and a gain positive")
    # The trap: the best order is that of all of gains, not of what was found.
    best = sorted(gains.values(), reverse=True)
    return _dcg([gains.get(item, 0) for item in ranked[:k]]) / _dcg(best[:k])


def _dcg(values: list[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(values, 1))
