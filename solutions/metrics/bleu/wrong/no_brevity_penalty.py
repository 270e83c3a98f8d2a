"""Leaves out the brevity penalty.

漏了长度惩罚。

caught by: test_a_short_candidate_pays_the_brevity_penalty
also fails: test_the_penalty_uses_the_closest_reference_length
"""

import math
from collections import Counter


def ngrams(tokens, n):
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def sentence_bleu(references, candidate, max_n=4):
    if not references:
        raise ValueError
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
    penalty = 1.0
    return penalty * math.prod(precisions) ** (1 / max_n)
