"""Sentence BLEU, written to be read.

BLEU = BP (p_1 p_2 ... p_N)^(1/N)    (Papineni et al. 2002)

A precision alone can be cheated in two ways, and each has its guard. Saying
one right word again and again: a match counts at most as often as in one
reference (clipping). Saying only what is certain: the brevity penalty BP.
"""

import math
from collections import Counter


def sentence_bleu(
    references: list[list[str]],
    candidate: list[str],
    max_n: int = 4,
) -> float:
    """Return BLEU in [0, 1]; ``ValueError`` if there are no references."""
    if not references:
        raise ValueError("BLEU needs at least one reference")

    log_precisions = []
    for n in range(1, max_n + 1):
        said = ngrams(candidate, n)
        # The trap: | keeps the greatest count of each n-gram in any single
        # reference. Adding the counts up would allow every repetition twice.
        allowed: Counter[tuple[str, ...]] = Counter()
        for reference in references:
            allowed |= ngrams(reference, n)
        matches = (said & allowed).total()  # & keeps the smaller count
        if matches == 0:  # also where the candidate has no n-grams at all
            return 0.0
        log_precisions.append(math.log(matches / said.total()))

    c = len(candidate)
    # The closest length; of two equally close ones the shorter comes first.
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    log_penalty = min(0.0, 1 - r / c)
    return math.exp(log_penalty + sum(log_precisions) / max_n)


def ngrams(tokens: list[str], n: int) -> Counter[tuple[str, ...]]:
    """Return the count of each n-gram, as a tuple: tokens may hold spaces."""
    starts = range(len(tokens) - n + 1)  # empty where there are too few tokens
    return Counter(tuple(tokens[i : i + n]) for i in starts)
