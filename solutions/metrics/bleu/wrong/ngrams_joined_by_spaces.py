"""Joins the tokens of an n-gram with spaces, so different n-grams become equal.

用空格把 n-gram 的 token 拼起来，不同的 n-gram 变得相同。

caught by: test_tokens_are_any_strings
"""

import math
from collections import Counter


def ngrams(tokens, n):
    return Counter(" ".join(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


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
    penalty = 1.0 if c > r else math.exp(1 - r / c)
    return penalty * math.prod(precisions) ** (1 / max_n)
