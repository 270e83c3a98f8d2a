"""Counts the sentences that hold a word, not its occurrences.

数的是包含该词的句子数，而不是出现次数。

caught by: test_repetitions_in_a_sentence_count
"""

from collections import Counter

import numpy as np


def build_vocab(sentences, min_count=1):
    c = Counter()
    for s in sentences:
        c.update(set(s))
    ws = sorted((w for w in c if c[w] >= min_count), key=lambda w: (-c[w], w))
    return {w: i for i, w in enumerate(["<UNK>", "<EOS>", *ws])}


def encode(tokens, vocab):
    return [vocab.get(t) or 0 for t in tokens] + [1]


def one_hot(ids, size):
    if any(not 0 <= i < size for i in ids):
        raise ValueError
    return np.eye(size)[np.array(ids, dtype=int)]
