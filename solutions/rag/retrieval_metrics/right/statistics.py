"""ZeroDivisionError turned into ValueError, positions by list.index, statistics.mean over fractions."""

from fractions import Fraction
from statistics import mean


def recall_at_k(ranked, relevant, k):
    try:
        return float(Fraction(len(relevant.intersection(ranked[:k])), len(relevant)))
    except ZeroDivisionError:
        raise ValueError("no relevant items") from None


def reciprocal_rank(ranking, wanted):
    places = [ranking.index(item) + 1 for item in wanted if item in ranking]
    return Fraction(1, min(places)) if places else Fraction(0)


def mean_reciprocal_rank(rankings, relevant):
    return float(mean(map(reciprocal_rank, rankings, relevant)))
