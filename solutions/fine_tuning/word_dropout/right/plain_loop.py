"""A loop with random.choices; the token with the greatest number survives."""

from random import Random


def word_dropout(tokens, p, seed):
    if p >= 1 or p < 0:
        raise ValueError
    generator = Random(f"word dropout {seed}")
    out, best, spare = [], -1.0, []
    for token in tokens:
        u = generator.uniform(0, 1)
        if u > best:
            best, spare = u, [token]
        if u >= p:
            out.append(token)
    return out or spare
