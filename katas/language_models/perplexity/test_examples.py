"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from perplexity import corpus_perplexity, perplexity

ROW = [0.5, 0.25, 0.25]  # the probabilities of the statement's example


def test_the_example_of_the_statement():
    logits = torch.tensor([ROW, ROW]).log()
    assert float(perplexity(logits, torch.tensor([0, 1]))) == pytest.approx(2.8284, abs=1e-4)


def test_the_corpus_of_the_statement():
    batches = [
        (torch.tensor([ROW, ROW]).log(), torch.tensor([0, 1])),
        (torch.tensor([ROW]).log(), torch.tensor([2])),
    ]
    assert float(corpus_perplexity(batches)) == pytest.approx(3.1748, abs=1e-4)


def test_no_preference_is_as_many_choices_as_words():
    assert float(perplexity(torch.zeros(2, 3, 7), torch.tensor([[0, 1, 2], [6, 5, 4]]))) == pytest.approx(7.0)


def test_a_label_that_is_ignored_counts_nothing():
    logits = torch.tensor([ROW, [9.0, 0.0, 0.0]]).log()
    assert float(perplexity(logits, torch.tensor([1, -100]))) == pytest.approx(4.0)


def test_no_label_left_is_an_error():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        perplexity(torch.zeros(2, 3), torch.tensor([-100, -100]))
