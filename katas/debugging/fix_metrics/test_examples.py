"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from fix_metrics import report

LOGITS = torch.tensor([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]).log()
GIVEN = (
    LOGITS,
    torch.tensor([0, 1]),
    [[["the", "cat", "sat", "on", "the", "mat"]]],
    [["the", "cat", "sat", "on", "a", "mat"]],
)


def test_cross_entropy_and_perplexity():
    """Losses ln 2 and ln 4 have the mean 1.5 ln 2.

    损失 ln 2 和 ln 4 的平均是 1.5 ln 2。
    """
    numbers = report(*GIVEN)
    assert float(numbers["cross_entropy"]) == pytest.approx(1.5 * math.log(2))
    assert float(numbers["perplexity"]) == pytest.approx(2**1.5)


def test_accuracy():
    """One of two rows is right.

    两行中对了一行。
    """
    assert float(report(*GIVEN)["accuracy"]) == pytest.approx(0.5)


def test_bleu():
    """The fourth root of 1/12.

    1/12 的四次方根。
    """
    assert float(report(*GIVEN)["bleu"]) == pytest.approx((1 / 12) ** 0.25)
