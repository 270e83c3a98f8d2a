"""The loop runs over k places, and the ranking may have fewer.

循环遍历 k 个位置，而排名可能没有那么长。

caught by: test_short_rankings
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    return len({ranked[i] for i in range(k)} & relevant) / len(relevant)


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
