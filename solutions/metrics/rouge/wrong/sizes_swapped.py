"""Swaps the sizes of candidate and reference in rouge_l.

rouge_l 里把候选和参考的大小弄反了。

caught by: test_the_common_subsequence_may_have_gaps
also fails: test_a_text_of_1000_tokens_takes_well_under_the_limit,
test_random_texts_agree_with_trying_all_subsequences,
test_the_common_subsequence_keeps_the_order
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
    above = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for j in range(1, len(b) + 1):
            row.append(above[j - 1] + 1 if x == b[j - 1] else max(above[j], row[j - 1]))
        above = row
    return above[-1]


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(reference), len(candidate))
