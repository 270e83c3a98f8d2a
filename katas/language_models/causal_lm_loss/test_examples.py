"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from causal_lm_loss import causal_lm_loss

ROWS = [[0.25, 0.5, 0.25], [0.75, 0.125, 0.125], [0.9, 0.05, 0.05]]
LOGITS = torch.tensor([ROWS]).log()
IDS = torch.tensor([[0, 1, 2]])


def test_the_example_of_the_statement():
    """Targets with the probabilities 1/2 and 1/8 cost ln 4 on average.

    目标的概率是 1/2 和 1/8，平均损失是 ln 4。
    """
    assert float(causal_lm_loss(LOGITS, IDS)) == pytest.approx(math.log(4))


def test_padding_is_left_out():
    """With 2 as padding only the first target is left.

    2 是填充时，只剩下第一个目标。
    """
    loss = causal_lm_loss(LOGITS, IDS, pad_id=2)
    assert float(loss) == pytest.approx(math.log(2))


def test_padding_may_be_zero():
    """With 0 as padding, 0 is left out as a target.

    填充为 0 时，等于 0 的目标被排除。
    """
    loss = causal_lm_loss(LOGITS, torch.tensor([[1, 1, 0]]), pad_id=0)
    assert float(loss) == pytest.approx(math.log(2))
