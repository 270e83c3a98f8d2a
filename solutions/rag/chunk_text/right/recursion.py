"""Recursion on the rest of the text."""


def chunk(tokens, size, overlap=0):
    if overlap not in range(size):
        raise ValueError("overlap must lie in [0, size)")
    if len(tokens) <= size:
        return [list(tokens)]
    return [tokens[:size], *chunk(tokens[size - overlap :], size, overlap)]
