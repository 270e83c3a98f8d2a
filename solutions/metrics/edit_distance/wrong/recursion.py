"""Recursion with a cache, too deep for long inputs.

带缓存的递归，输入一长就太深。

caught by: test_2000_tokens_take_less_than_the_limit
"""

from functools import cache


def edit_distance(a, b):
    @cache
    def distance(i, j):
        if i == 0 or j == 0:
            return i + j
        kept = distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
        return min(kept, distance(i - 1, j) + 1, distance(i, j - 1) + 1)

    return distance(len(a), len(b))


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("lengths")
    words = sum(len(r.split()) for r in references)
    if not words:
        raise ValueError("no words")
    return sum(edit_distance(r.split(), h.split()) for r, h in zip(references, hypotheses)) / words
