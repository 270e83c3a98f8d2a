"""Queries without a hit are left out of the mean.

没有命中的查询没有计入均值。

caught by: test_queries_without_a_hit_add_zero
also fails: test_queries_with_nothing_to_find_add_zero
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    return len(set(ranked[:k]) & relevant) / len(relevant)


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / max(1, sum((bool(set(a) & b) for a, b in zip(rankings, relevant))))
