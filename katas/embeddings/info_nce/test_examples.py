"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from info_nce import info_nce

X = torch.eye(2)


def test_the_examples_of_the_statement():
    """Matching keys give ln(1 + 1/e), swapped ones ln(1 + e).

    key 匹配时是 ln(1 + 1/e)，调换之后是 ln(1 + e)。
    """
    right, swapped = math.log(1 + math.exp(-1)), math.log(1 + math.e)
    assert float(info_nce(X, X, 1.0)) == pytest.approx(right, rel=1e-4)
    loss = info_nce(X, 5 * X.flip(0), 1.0)
    assert float(loss) == pytest.approx(swapped, rel=1e-4)


def test_a_single_pair_costs_nothing():
    """Without negatives the loss is 0.

    没有负样本时，损失为 0。
    """
    assert float(info_nce(X[:1], X[1:])) == pytest.approx(0.0)


def test_a_zero_vector_gives_no_nan():
    """Both keys have the similarity 0, so the loss is ln 2.

    零向量与两个 key 的相似度都是 0，所以损失是 ln 2。
    """
    loss = info_nce(torch.zeros(2, 2), X, 1.0)
    assert float(loss) == pytest.approx(math.log(2), rel=1e-4)
