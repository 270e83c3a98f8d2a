"""Divides by the length of an empty candidate.

译文为空时除以了它的长度。

caught by: test_an_empty_candidate_scores_zero
"""

import math
from collections import Counter


def ngrams(tokens, n):
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def sentence_bleu(references, candidate, max_n=4):
    if not references:
        raise ValueError
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    penalty = 1.0 if c > r else math.exp(1 - r / c)
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
    return penalty * math.prod(precisions) ** (1 / max_n)
