"""Recall at k and mean reciprocal rank, written to be read.

recall@k = |first k and relevant| / |relevant|
MRR      = mean over queries of 1 / rank of the first relevant item

Both divide by something that the retriever can't influence: the number of
relevant items, and the number of queries.
"""


def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    """Return the share of ``relevant`` in the first k of ``ranked``."""
    if not relevant:
        raise ValueError("recall needs at least one relevant item")
    # A set: an item that is retrieved twice is found once.
    return len(set(ranked[:k]) & relevant) / len(relevant)


def mean_reciprocal_rank(
    rankings: list[list[str]],
    relevant: list[set[str]],
) -> float:
    """Return the mean of 1 / rank of the first relevant item."""
    total = 0.0
    for ranking, wanted in zip(rankings, relevant):  # noqa: B905 - same length
        for rank, item in enumerate(ranking, start=1):
            if item in wanted:
                total += 1 / rank
                break
    # The trap: a query without a hit adds 0, but it still counts here.
    return total / len(rankings)
