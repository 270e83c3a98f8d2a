"""The denominator is no larger than k.

分母不超过 k。

caught by: test_more_relevant_items_than_k
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    return len(set(ranked[:k]) & relevant) / min(len(relevant), max(k, 1))


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
