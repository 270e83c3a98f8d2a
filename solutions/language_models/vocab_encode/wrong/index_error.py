"""The check is left to NumPy, which raises IndexError and lets -1 pass.

把检查交给 NumPy：它抛出的是 IndexError，而且会放过 -1。

caught by: test_ids_that_are_too_large_raise_value_error
also fails: test_negative_ids_raise_value_error
"""

from collections import Counter
import numpy as np
Array = np.ndarray


def build_vocab(sentences: list[list[str]], min_count: int=1) -> dict[str, int]:
    counts = Counter((word for sentence in sentences for word in sentence))
    frequent = [word for word in counts if counts[word] >= min_count]
    frequent.sort(key=lambda word: (-counts[word], word))
    words = ['<UNK>', '<EOS>', *frequent]
    return {word: index for index, word in enumerate(words)}


def encode(tokens: list[str], vocab: dict[str, int]) -> list[int]:
    unknown = vocab['<UNK>']
    ids = [vocab.get(token, unknown) for token in tokens]
    return [*ids, vocab['<EOS>']]


def one_hot(ids: list[int], size: int) -> Array:
    rows = np.zeros((len(ids), size))
    for row, index in enumerate(ids):
        if False:
            raise ValueError(f'id {index} is outside [0, {size})')
        rows[row, index] = 1.0
    return rows
