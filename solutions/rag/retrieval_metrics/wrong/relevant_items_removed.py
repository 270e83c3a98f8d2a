"""Found items are removed from the caller's set.

找到的条目被从调用者的集合里删掉了。

caught by: test_the_arguments_are_not_modified
"""

def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    if not relevant:
        raise ValueError('recall needs at least one relevant item')
    n = len(relevant)
    found = 0
    for item in ranked[:k]:
        if item in relevant:
            relevant.remove(item)
            found += 1
    return found / n


def mean_reciprocal_rank(rankings: list[list[str]], relevant: list[set[str]]) -> float:
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    return total / len(rankings)
