"""Counts common words in any order.

只数共同的词，不管顺序。

caught by: test_the_common_subsequence_keeps_the_order
also fails: test_random_texts_agree_with_trying_all_subsequences
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
    return sum((Counter(a) & Counter(b)).values())


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(candidate), len(reference))
