"""Scores against each reference alone and takes the best.

分别对每个参考译文打分，取最高分。

caught by: test_clipping_takes_the_greatest_count_of_any_single_reference
also fails: test_of_two_equally_close_lengths_the_shorter_counts
"""

import math
from collections import Counter


def ngrams(tokens, n):
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def sentence_bleu(references, candidate, max_n=4):
    if not references:
        raise ValueError
    return max(one([reference], candidate, max_n) for reference in references)


def one(references, candidate, max_n):
    if not candidate:
        return 0.0
    precisions = []
    for n in range(1, max_n + 1):
        said = ngrams(candidate, n)
        allowed = Counter()
        for reference in references:
            allowed |= ngrams(reference, n)
        matches = sum(min(count, allowed[gram]) for gram, count in said.items())
        if matches == 0:
            return 0.0
        precisions.append(matches / said.total())
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    penalty = 1.0 if c > r else math.exp(1 - r / c)
    return penalty * math.prod(precisions) ** (1 / max_n)
