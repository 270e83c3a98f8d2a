"""The ranks are averaged and the reciprocal is taken at the end.

先对排名取平均，最后才取倒数。

caught by: test_the_mean_is_over_reciprocal_ranks_of_all_queries
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
                total += rank
                break
    hits = sum((bool(set(a) & b) for a, b in zip(rankings, relevant)))
    return hits / len(rankings) * hits / total if hits else 0.0
