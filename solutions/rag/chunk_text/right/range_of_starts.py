"""A comprehension over the starts, with the end of the range computed."""


def chunk(tokens, size, overlap=0):
    if size < 1 or overlap < 0 or overlap >= size:
        raise ValueError("bad size or overlap")
    last = max(len(tokens) - overlap, 1)
    return [tokens[i : i + size] for i in range(0, last, size - overlap)]
