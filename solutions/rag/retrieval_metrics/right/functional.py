"""Generator expressions with next and sum."""


def recall_at_k(ranked, relevant, k):
    if not relevant:
        raise ValueError
    top = ranked[:k]
    return sum(item in top for item in relevant) / len(relevant)


def mean_reciprocal_rank(rankings, relevant):
    firsts = (
        next((1 / rank for rank, item in enumerate(ranking, 1) if item in wanted), 0)
        for ranking, wanted in zip(rankings, relevant)
    )
    return sum(firsts) / len(rankings)
