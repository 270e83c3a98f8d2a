"""Without relevant items the recall is 0.

没有相关条目时返回 0。

caught by: test_recall_without_relevant_items_raises_value_error
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        return 0.0
    return len(set(ranked[:k]) & relevant) / len(relevant)


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
