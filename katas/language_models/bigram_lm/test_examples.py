"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from bigram_lm import BigramLM

CORPUS = [["a", "b"], ["a"], ["b", "b"]]


def fitted(k):
    model = BigramLM(k)
    model.fit(CORPUS)
    return model


def test_the_probabilities_of_the_statement():
    """Two of three sentences begin with a; after a, b comes once in two.

    三个句子中有两个以 a 开头；a 之后两次中有一次是 b。
    """
    model = fitted(0.0)
    assert float(model.prob("a", "<BOS>")) == pytest.approx(2 / 3)
    assert float(model.prob("b", "a")) == pytest.approx(0.5)


def test_the_sentence_of_the_statement():
    """The probability of a sentence includes that of its end.

    句子的概率包括句尾的概率。
    """
    due = math.log(2 / 3 * 1 / 2 * 2 / 3)
    assert float(fitted(0.0).log_prob(["a", "b"])) == pytest.approx(due)


def test_smoothing():
    """With k = 1, P(b | a) is (1 + 1) / (2 + 3).

    k = 1 时，P(b | a) 等于 (1 + 1) / (2 + 3)。
    """
    assert float(fitted(1.0).prob("b", "a")) == pytest.approx(0.4)


def test_an_impossible_sentence():
    """Without smoothing a sentence with an unseen pair has -inf.

    没有平滑时，含有未见词对的句子得到 -inf。
    """
    assert fitted(0.0).log_prob(["b", "a"]) == -math.inf
