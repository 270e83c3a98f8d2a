"""The denominator is k, which makes it precision.

分母是 k，算成了精确率。

caught by: test_recall_is_the_share_of_relevant_items_found
also fails: test_an_item_that_appears_twice_is_found_once,
test_more_relevant_items_than_k, test_only_the_first_k_count,
test_short_rankings
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    return len(set(ranked[:k]) & relevant) / max(k, 1)


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
