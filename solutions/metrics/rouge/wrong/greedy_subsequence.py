"""Matches each word with its next occurrence, greedily.

每个词贪心地匹配下一次出现。

caught by: test_random_texts_agree_with_trying_all_subsequences
"""

from collections import Counter


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
    at = size = 0
    for x in a:
        if x in b[at:]:
            at = b.index(x, at) + 1
            size += 1
    return size


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(candidate), len(reference))
