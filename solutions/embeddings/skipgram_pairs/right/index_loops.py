"""Nested loops over indices with bounds checks."""

def skipgram_pairs(tokens, window):
    out = []
    for i in range(len(tokens)):
        for j in range(i - window, i + window + 1):
            if 0 <= j < len(tokens) and j != i:
                out.append((tokens[i], tokens[j]))
    return out


def cbow_pairs(tokens, window):
    out = []
    for i in range(len(tokens)):
        ctx = []
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                ctx.append(tokens[j])
        if ctx:
            out.append((ctx, tokens[i]))
    return out
