"""ROUGE-N and ROUGE-L (Lin 2004), written to be read.

precision = matches / candidate, recall = matches / reference
"""

from collections import Counter

Scores = tuple[float, float, float]


def rouge_n(reference: list[str], candidate: list[str], n: int) -> Scores:
    """Return precision, recall and F1 of the clipped n-grams."""
    if n < 1:
        raise ValueError(f"there are no {n}-grams")
    ref, cand = ngrams(reference, n), ngrams(candidate, n)
    # & keeps the smaller count: a repeated n-gram is clipped.
    return scores((ref & cand).total(), cand.total(), ref.total())


def rouge_l(reference: list[str], candidate: list[str]) -> Scores:
    """Return precision, recall and F1 of the common subsequence."""
    # lengths[j]: the longest one of what was read and reference[:j]
    lengths = [0] * (len(reference) + 1)
    for token in candidate:
        row = [0]
        for j, other in enumerate(reference, start=1):
            if token == other:
                row.append(lengths[j - 1] + 1)
            else:
                row.append(max(lengths[j], row[j - 1]))
        lengths = row
    return scores(lengths[-1], len(candidate), len(reference))


def ngrams(tokens: list[str], n: int) -> Counter[tuple[str, ...]]:
    """Return the count of each n-gram."""
    starts = range(len(tokens) - n + 1)  # empty if there are too few tokens
    return Counter(tuple(tokens[i : i + n]) for i in starts)


def scores(matches: int, candidate: int, reference: int) -> Scores:
    """Return precision, recall and F1, 0.0 where a denominator is 0."""
    # The trap: each denominator can be 0 by itself.
    precision = matches / candidate if candidate else 0.0
    recall = matches / reference if reference else 0.0
    # 2 P R / (P + R), with matches cancelled
    both = candidate + reference
    return precision, recall, 2 * matches / both if both else 0.0
