"""Two stable sorts, a dict filled in a loop, and rows picked from the identity matrix."""

import numpy as np


def build_vocab(sentences, min_count=1):
    counts = {}
    for sentence in sentences:
        for word in sentence:
            counts[word] = counts.get(word, 0) + 1
    words = sorted(counts)
    words.sort(key=counts.get, reverse=True)
    vocab = {"<UNK>": 0, "<EOS>": 1}
    for word in words:
        if counts[word] >= min_count:
            vocab[word] = len(vocab)
    return vocab


def encode(tokens, vocab):
    ids = []
    for token in tokens:
        ids.append(vocab[token] if token in vocab else 0)
    ids.append(1)
    return ids


def one_hot(ids, size):
    ids = np.asarray(ids, dtype=int)
    if ((ids < 0) | (ids >= size)).any():
        raise ValueError("id out of range")
    return np.eye(size)[ids]
