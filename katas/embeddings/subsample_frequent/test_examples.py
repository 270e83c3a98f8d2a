"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from subsample_frequent import keep_probability


def test_the_example_of_the_statement():
    """Relative frequencies of 0.6, 0.3, 0.1 and 0, with a threshold of 0.15.

    相对频率是 0.6、0.3、0.1 和 0，阈值是 0.15。
    """
    keep = keep_probability(np.array([60, 30, 10, 0]), 0.15)
    assert keep == pytest.approx([0.5, 0.5**0.5, 1.0, 1.0])


def test_the_only_word_with_the_default_threshold():
    """A word that is the whole text is kept with √0.00001.

    整个文本只有一个词时，保留概率是 √0.00001。
    """
    assert keep_probability(np.array([7])) == pytest.approx([1e-5**0.5])


def test_rare_words_are_always_kept():
    """Below the threshold the probability is 1 and no more.

    低于阈值时概率就是 1，不会更大。
    """
    assert keep_probability(np.array([1, 99]), 0.5)[0] == 1.0
