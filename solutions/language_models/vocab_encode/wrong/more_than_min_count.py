"""A word that occurs exactly min_count times is left out.

恰好出现 min_count 次的词被去掉了。

caught by: test_rare_words_are_left_out
also fails: test_repetitions_in_a_sentence_count,
test_ties_are_in_alphabetical_order, test_words_are_numbered_by_falling_count
"""

from collections import Counter
import numpy as np
Array = np.ndarray


def build_vocab(sentences: list[list[str]], min_count: int=1) -> dict[str, int]:
    counts = Counter((word for sentence in sentences for word in sentence))
    frequent = [word for word in counts if counts[word] > min_count]
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
        if not 0 <= index < size:
            raise ValueError(f'id {index} is outside [0, {size})')
        rows[row, index] = 1.0
    return rows
