"""Adds up the counts of all references before clipping.

截断之前把各参考译文的次数加了起来。

caught by: test_clipping_takes_the_greatest_count_of_any_single_reference
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
            allowed += ngrams(reference, n)
        matches = sum(min(count, allowed[gram]) for gram, count in said.items())
        if matches == 0:
            return 0.0
        precisions.append(matches / said.total())
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    penalty = 1.0 if c > r else math.exp(1 - r / c)
    return penalty * math.prod(precisions) ** (1 / max_n)
