"""Training of byte pair encoding (Sennrich et al. 2015), to be read.

One step: count the adjacent pairs, choose one, replace it everywhere.
"""

from collections import Counter
from itertools import pairwise

Pair = tuple[str, str]


def train_bpe(word_counts: dict[str, int], num_merges: int) -> list[Pair]:
    """Return at most ``num_merges`` merges, in the order they were made."""
    words = [(list(word), count) for word, count in word_counts.items()]
    merges: list[Pair] = []
    for _ in range(num_merges):
        pairs: Counter[Pair] = Counter()
        for tokens, count in words:
            for pair in pairwise(tokens):  # every position, overlaps too
                pairs[pair] += count
        if not pairs:
            break  # each word is one token by now
        # The trap: max() and most_common() break ties by order of insertion.
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = [(replace(tokens, best), count) for tokens, count in words]
    return merges


def apply_bpe(word: str, merges: list[Pair]) -> list[str]:
    """Return the tokens of ``word`` after one pass over ``merges``."""
    tokens = list(word)
    for pair in merges:
        tokens = replace(tokens, pair)
    return tokens


def replace(tokens: list[str], pair: Pair) -> list[str]:
    """Return the tokens with ``pair`` merged, left to right, no overlap."""
    merged, i = [], 0
    while i < len(tokens):
        if tuple(tokens[i : i + 2]) == pair:
            merged.append(tokens[i] + tokens[i + 1])
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    return merged
