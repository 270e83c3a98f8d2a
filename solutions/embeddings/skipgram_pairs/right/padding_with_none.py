"""Pads both ends with None and filters it out; gives lists for tuples."""

def _rows(tokens, window):
    padded = [None] * window + list(tokens) + [None] * window
    for i, centre in enumerate(tokens):
        left, right = padded[i : i + window], padded[i + window + 1 : i + 2 * window + 1]
        yield centre, [t for t in left + right if t is not None]


def skipgram_pairs(tokens, window):
    return [[c, x] for c, ctx in _rows(tokens, window) for x in ctx]


def cbow_pairs(tokens, window):
    return [[ctx, c] for c, ctx in _rows(tokens, window) if ctx]
