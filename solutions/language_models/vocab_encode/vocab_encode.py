"""Vocabulary and one-hot encoding, written to be read.

The order of the vocabulary must not depend on anything but the corpus: count
first, then the alphabet. Otherwise the ids change from one run to the next,
and a saved model reads other words than it was trained on.
"""

from collections import Counter

import numpy as np

Array = np.ndarray


def build_vocab(
    sentences: list[list[str]],
    min_count: int = 1,
) -> dict[str, int]:
    """Number the words by falling count, from 2; ties by the alphabet."""
    counts = Counter(word for sentence in sentences for word in sentence)
    frequent = [word for word in counts if counts[word] >= min_count]
    frequent.sort(key=lambda word: (-counts[word], word))
    words = ["<UNK>", "<EOS>", *frequent]
    return {word: index for index, word in enumerate(words)}


def encode(tokens: list[str], vocab: dict[str, int]) -> list[int]:
    """Return the ids of ``tokens`` and of the end of the sentence."""
    unknown = vocab["<UNK>"]
    ids = [vocab.get(token, unknown) for token in tokens]
    return [*ids, vocab["<EOS>"]]


def one_hot(ids: list[int], size: int) -> Array:
    """Return a row for each id; ``ValueError`` for an id out of range."""
    rows = np.zeros((len(ids), size))
    for row, index in enumerate(ids):
        # The trap: rows[row, -1] is the last column, and NumPy says nothing.
        if not 0 <= index < size:
            raise ValueError(f"id {index} is outside [0, {size})")
        rows[row, index] = 1.0
    return rows
