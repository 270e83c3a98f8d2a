"""Matches are found by crossing n-grams off a list for each reference; statistics.geometric_mean."""

from math import exp
from statistics import geometric_mean


def windows(tokens, n):
    return list(zip(*(tokens[k:] for k in range(n))))


def found(candidate, references, n):
    hits = 0
    for gram in set(windows(candidate, n)):
        most = 0
        for reference in references:
            left, said = windows(reference, n), windows(candidate, n)
            here = 0
            while gram in left and gram in said:
                left.remove(gram)
                said.remove(gram)
                here += 1
            most = max(most, here)
        hits += most
    return hits


def sentence_bleu(references, candidate, max_n=4):
    if not references:
        raise ValueError("at least one reference, please")
    c = len(candidate)
    precisions = [found(candidate, references, n) / max(c - n + 1, 1) for n in range(1, max_n + 1)]
    if min(precisions) == 0:
        return 0.0
    r = sorted(sorted(map(len, references)), key=lambda size: abs(size - c))[0]
    return geometric_mean(precisions) * min(1.0, exp(1 - r / c))
