"""Takes the longest common substring.

取的是最长公共子串。

caught by: test_the_common_subsequence_may_have_gaps
also fails: test_random_texts_agree_with_trying_all_subsequences,
test_a_text_of_1000_tokens_takes_well_under_the_limit
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
    above, best = [0] * (len(b) + 1), 0
    for x in a:
        row = [0]
        for j in range(1, len(b) + 1):
            row.append(above[j - 1] + 1 if x == b[j - 1] else 0)
        above, best = row, max(best, *row)
    return best


def rouge_l(reference, candidate):
    return f1(lcs(reference, candidate), len(candidate), len(reference))
