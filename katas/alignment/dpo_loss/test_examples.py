"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from dpo_loss import dpo_loss, sequence_logps

LOGITS = torch.tensor([[[0.25, 0.75], [0.5, 0.5], [0.9, 0.1]]]).log()


def test_the_log_probabilities_of_the_labels_add_up():
    """Labels with the probabilities 1/4 and 1/2 give ln 1/8.

    标签的概率是 1/4 和 1/2，得到 ln 1/8。
    """
    logps = sequence_logps(LOGITS, torch.tensor([[0, 0, 1]]))
    assert logps.tolist() == pytest.approx([-math.log(8)])


def test_an_ignored_label_adds_nothing():
    """Without the first of the two the sum is ln 1/2.

    去掉两个中的第一个，和是 ln 1/2。
    """
    logps = sequence_logps(LOGITS, torch.tensor([[0, -100, 1]]))
    assert logps.tolist() == pytest.approx([-math.log(2)])


def test_a_margin_of_two():
    """With beta = 0.5 the loss is -ln σ(1).

    beta = 0.5 时，损失是 -ln σ(1)。
    """
    one = torch.tensor([-1.0])
    loss = dpo_loss(one, 3 * one, 2 * one, 2 * one, beta=0.5)
    assert float(loss) == pytest.approx(math.log(1 + math.exp(-1)))


def test_a_policy_equal_to_its_reference():
    """Without any margin the loss is ln 2.

    差值为 0 时，损失是 ln 2。
    """
    a, b = torch.tensor([-5.0, -1.0]), torch.tensor([-4.0, -9.0])
    assert float(dpo_loss(a, b, a, b)) == pytest.approx(math.log(2))
