"""Vocabulary and one-hot encoding. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def build_vocab(
    sentences: list[list[str]],
    min_count: int = 1,
) -> dict[str, int]:
    """Number the words: <UNK> 0, <EOS> 1, then by falling count.

    Ties are in alphabetical order; words rarer than ``min_count`` are out.
    """
    raise NotImplementedError


def encode(tokens: list[str], vocab: dict[str, int]) -> list[int]:
    """Return the ids of ``tokens``, <UNK> for unknown ones, and <EOS>."""
    raise NotImplementedError


def one_hot(ids: list[int], size: int) -> Array:
    """Return rows (len(ids), size); ``ValueError`` for an id out of range."""
    raise NotImplementedError
