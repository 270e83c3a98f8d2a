"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from stable_softmax import softmax


def test_the_example_of_the_statement():
    assert softmax([math.log(1.0), math.log(2.0), math.log(5.0)]) == pytest.approx([0.125, 0.25, 0.625])


def test_equal_scores_share_equally():
    assert softmax([3.0, 3.0, 3.0, 3.0]) == pytest.approx([0.25, 0.25, 0.25, 0.25])


def test_a_large_score_is_an_ordinary_score():
    assert softmax([1000.0, 1000.0 + math.log(3.0)]) == pytest.approx([0.25, 0.75])


def test_a_masked_score_gets_nothing():
    assert softmax([float("-inf"), 7.0]) == pytest.approx([0.0, 1.0])


def test_an_empty_sequence_is_an_error():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        softmax([])
