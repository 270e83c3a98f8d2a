"""In the mean reciprocal rank a query without relevant items raises or is left out.

算平均倒数排名时，没有相关条目的查询会抛出异常，或者被跳过。

caught by: test_queries_with_nothing_to_find_add_zero
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    return len(set(ranked[:k]) & relevant) / len(relevant)


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    if not all(relevant):
        raise ValueError('no relevant items')
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
