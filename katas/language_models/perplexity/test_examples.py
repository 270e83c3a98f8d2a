"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from perplexity import corpus_perplexity, perplexity

ROW = [0.5, 0.25, 0.25]  # the probabilities of the statement's example


def test_the_example_of_the_statement():
    """Labels of probability 1/2 and 1/4 give 2^1.5, about 2.8284.

    概率为 1/2 和 1/4 的标签，困惑度是 2^1.5，约 2.8284。
    """
    value = perplexity(torch.tensor([ROW, ROW]).log(), torch.tensor([0, 1]))
    assert float(value) == pytest.approx(2.8284, abs=1e-4)


def test_the_corpus_of_the_statement():
    """Three labels in two batches give 2^(5/3), about 3.1748.

    两个批里共三个标签，困惑度是 2^(5/3)，约 3.1748。
    """
    batches = [
        (torch.tensor([ROW, ROW]).log(), torch.tensor([0, 1])),
        (torch.tensor([ROW]).log(), torch.tensor([2])),
    ]
    assert float(corpus_perplexity(batches)) == pytest.approx(3.1748, abs=1e-4)


def test_no_preference_is_as_many_choices_as_words():
    """Equal logits give the size of the vocabulary.

    所有 logits 相等时，困惑度就是词表大小。
    """
    labels = torch.tensor([[0, 1, 2], [6, 5, 4]])
    value = perplexity(torch.zeros(2, 3, 7), labels)
    assert float(value) == pytest.approx(7.0)


def test_a_label_that_is_ignored_counts_nothing():
    """A label of -100 adds nothing to the sum nor to the number of labels.

    标签 -100 既不计入总和，也不计入个数。
    """
    logits = torch.tensor([ROW, [9.0, 0.0, 0.0]]).log()
    value = perplexity(logits, torch.tensor([1, -100]))
    assert float(value) == pytest.approx(4.0)


def test_no_label_left_is_an_error():
    """Where all labels are ignored ValueError is raised.

    所有标签都被忽略时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        perplexity(torch.zeros(2, 3), torch.tensor([-100, -100]))
