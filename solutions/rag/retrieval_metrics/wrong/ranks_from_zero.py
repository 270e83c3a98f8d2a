"""Ranks start at 0, with 1/(rank + 2) to avoid the division by zero.

排名从 0 开始，为了避免除以零又多加了 1。

caught by: test_a_single_query_has_its_reciprocal_rank
also fails: test_only_the_first_relevant_item_counts,
test_queries_with_nothing_to_find_add_zero,
test_queries_without_a_hit_add_zero, test_the_arguments_are_not_modified,
test_the_mean_is_over_reciprocal_ranks_of_all_queries
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
                total += 1 / (rank + 1)
                break
    return total / len(rankings)
