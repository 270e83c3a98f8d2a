"""np.unique for the counts, a boolean comparison for the rows, an array of ids."""

import numpy as np


class BadId(ValueError):
    pass


def build_vocab(sentences, min_count=1):
    words, counts = np.unique(np.array([w for s in sentences for w in s], dtype=object), return_counts=True)
    order = np.argsort(-counts, kind="stable")
    kept = [words[i] for i in order if counts[i] >= min_count]
    return dict(zip(["<UNK>", "<EOS>", *kept], range(len(kept) + 2)))


def encode(tokens, vocab):
    return np.array([vocab.get(t, vocab["<UNK>"]) for t in [*tokens, "<EOS>"]])


def one_hot(ids, size):
    if any(i not in range(size) for i in ids):
        raise BadId(ids)
    return np.array(ids, dtype=np.int64).reshape(-1, 1) == np.arange(size)
