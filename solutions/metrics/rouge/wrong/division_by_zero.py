"""Divides by precision plus recall where nothing matches.

没有匹配时除以了精确率与召回率之和。

caught by: test_without_matches_everything_is_zero
also fails: test_empty_and_short_texts_score_zero, test_tokens_are_any_strings
"""

from collections import Counter


def f1(matches, candidate, reference):
    p = matches / candidate if candidate else 0.0
    r = matches / reference if reference else 0.0
    return p, r, 2 * p * r / (p + r)


def grams(tokens, n):
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def rouge_n(reference, candidate, n):
    if n < 1:
        raise ValueError("n")
    ref, cand = grams(reference, n), grams(candidate, n)
    matches = sum(min(count, ref[gram]) for gram, count in cand.items())
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
