"""Counts every n-gram of the candidate that the reference has.

候选的 n-gram 只要参考里有就算匹配，没有截断。

caught by: test_repeated_words_are_clipped
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
    matches = sum(count * (gram in ref) for gram, count in cand.items())
    return f1(matches, sum(cand.values()), sum(ref.values()))


def lcs(a, b):
    above = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for j in range(1, len(b) + 1):
            row.append(above[j - 1] + 1 if x == b[j - 1] else max(above[j], row[j - 1]))
        above = row
    return above[-1]


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(candidate), len(reference))
