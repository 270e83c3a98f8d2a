"""Finds the pairs by distance, and sorts them by position."""

from itertools import groupby


def _positions(n, window):
    pairs = []
    for d in range(1, min(window, n) + 1):
        for i in range(n - d):
            pairs += [(i, i + d), (i + d, i)]
    return sorted(pairs)


def skipgram_pairs(tokens, window):
    return [(tokens[i], tokens[j]) for i, j in _positions(len(tokens), window)]


def cbow_pairs(tokens, window):
    grouped = groupby(_positions(len(tokens), window), key=lambda p: p[0])
    return [(tuple(tokens[j] for _, j in group), tokens[i]) for i, group in grouped]
