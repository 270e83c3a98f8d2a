"""An empty list of ids becomes an array of floats, which is no index.

空的 id 列表变成浮点数组，不能当下标。

caught by: test_no_ids_give_no_rows
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
    if min(ids, default=0) < 0 or max(ids, default=0) >= size:
        raise ValueError('out of range')
    return np.eye(size)[np.array(ids)]
    rows = None
    for row, index in enumerate(ids):
        if not 0 <= index < size:
            raise ValueError(f'id {index} is outside [0, {size})')
        rows[row, index] = 1.0
    return rows
