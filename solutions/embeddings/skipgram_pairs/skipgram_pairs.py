"""Training pairs of word2vec (Mikolov et al. 2013), written to be read."""


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
    """Return the tokens within ``window`` positions of ``i``, but not ``i``.

    The trap: a negative start of a slice counts from the end of the list. An
    end beyond the list does no harm.
    """
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]
