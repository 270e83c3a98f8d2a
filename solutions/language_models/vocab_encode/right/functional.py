"""Counter.most_common over sorted words, map, and integer rows made of lists."""

from collections import Counter
from itertools import chain, count

import numpy as np


def build_vocab(sentences, min_count=1):
    common = Counter(sorted(chain.from_iterable(sentences))).most_common()
    numbers = count(2)
    return {"<UNK>": 0, "<EOS>": 1} | {word: next(numbers) for word, n in common if n >= min_count}


def encode(tokens, vocab):
    return tuple(map(lambda token: vocab.get(token, 0), tokens)) + (vocab["<EOS>"],)


def one_hot(ids, size):
    if ids and (min(ids) < 0 or max(ids) >= size):
        raise ValueError("out of range")
    return np.array([[int(i == j) for j in range(size)] for i in ids], dtype=np.int64).reshape(len(ids), size)
