"""Keeps each context word of a centre only once.

同一个中心词的上下文里，相同的词只保留一次。

caught by: test_a_context_counts_as_often_as_it_occurs
"""

def skipgram_pairs(tokens: list[str], window: int) -> list[tuple[str, str]]:
    """Return the pairs (centre, context) of a text."""
    pairs = []
    for i, centre in enumerate(tokens):
        for context in contexts(tokens, i, window):
            pairs.append((centre, context))
    return pairs


def cbow_pairs(tokens: list[str], window: int) -> list[tuple[list[str], str]]:
    """Return the pairs (contexts, centre) of a text."""
    pairs = []
    for i, centre in enumerate(tokens):
        around = contexts(tokens, i, window)
        if around:
            pairs.append((around, centre))
    return pairs


def contexts(tokens: list[str], i: int, window: int) -> list[str]:
    """Return the tokens within ``window`` positions of ``i``, but not ``i``."""
    around = tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]
    return list(dict.fromkeys(around))
