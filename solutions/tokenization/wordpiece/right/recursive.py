"""Recursion over the rest of the word, with slices."""


def tail(rest, vocab, prefix):
    if not rest:
        return []
    sizes = [n for n in range(1, len(rest) + 1) if prefix + rest[:n] in vocab]
    if not sizes:
        raise LookupError(rest)
    n = max(sizes)
    return [prefix + rest[:n], *tail(rest[n:], vocab, "##")]


def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    try:
        if len(word) > max_chars:
            raise LookupError(word)
        return tail(word, vocab, "")
    except LookupError:
        return [unk]
