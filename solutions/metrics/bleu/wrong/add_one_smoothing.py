"""Adds 1 to matches and counts from bigrams on.

从 bigram 起，匹配数和总数都加了 1。

caught by: test_a_missing_match_of_any_length_gives_zero
also fails: test_repetitions_are_clipped, test_the_order_of_the_words_counts,
test_the_score_is_the_geometric_mean_of_the_precisions,
test_tokens_are_any_strings
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
        k = n > 1
        precisions.append((matches + k) / (said.total() + k))
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    penalty = 1.0 if c > r else math.exp(1 - r / c)
    return penalty * math.prod(precisions) ** (1 / max_n)
