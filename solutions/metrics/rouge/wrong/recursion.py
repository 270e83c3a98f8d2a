"""Recursion with a cache, too deep for long texts.

带缓存的递归，文本一长就太深。

caught by: test_a_text_of_1000_tokens_takes_well_under_the_limit
"""

from collections import Counter
from functools import cache


def f1(matches, candidate, reference):
    p = matches / candidate if candidate else 0.0
    r = matches / reference if reference else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def grams(tokens, n):
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def rouge_n(reference, candidate, n):
    if n < 1:
        raise ValueError("n")
    ref, cand = grams(reference, n), grams(candidate, n)
    matches = sum(min(count, ref[gram]) for gram, count in cand.items())
    return f1(matches, sum(cand.values()), sum(ref.values()))


def lcs(a, b):
    @cache
    def length(i, j):
        if i == 0 or j == 0:
            return 0
        if a[i - 1] == b[j - 1]:
            return length(i - 1, j - 1) + 1
        return max(length(i - 1, j), length(i, j - 1))

    return length(len(a), len(b))


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(candidate), len(reference))
