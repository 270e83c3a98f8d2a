"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from support import run

START = torch.zeros(2, 1).double(), torch.zeros(2).double()
ONE = torch.tensor([[1.0]]).double()
TRAIN = [(ONE, torch.tensor([0]))]
VAL = [(ONE, torch.tensor([0])), (-ONE, torch.tensor([0]))]


def test_the_first_loss_is_that_before_the_step():
    """Two equal logits have a loss of ln 2.

    两个 logit 相等时，损失是 ln 2。
    """
    history, *_ = run(START, TRAIN, VAL, 0.5, 1)
    assert len(history) == 1
    assert float(history[0]["train_loss"]) == pytest.approx(math.log(2))


def test_adam_moves_each_number_by_lr_at_first():
    """Adam's first step is lr, whatever the size of the gradient.

    无论梯度多大，Adam 的第一步都是 lr。
    """
    _, weight, bias, _ = run(START, TRAIN, VAL, 0.5, 1)
    assert weight.flatten().tolist() == pytest.approx([0.5, -0.5])
    assert bias.tolist() == pytest.approx([0.5, -0.5])


def test_validation_after_the_step():
    """The logits are then (1, −1) and (0, 0), their losses ln(1 + e⁻²), ln 2.

    此时 logits 是 (1, −1) 和 (0, 0)，损失分别是 ln(1 + e⁻²) 和 ln 2。
    """
    history, *_ = run(START, TRAIN, VAL, 0.5, 1)
    mean = (math.log1p(math.exp(-2)) + math.log(2)) / 2
    assert float(history[0]["val_loss"]) == pytest.approx(mean)


def test_a_dict_for_each_epoch():
    """Three epochs give three dicts.

    三个 epoch 得到三个字典。
    """
    history, *_ = run(START, TRAIN, VAL, 0.5, 3)
    keys = {"train_loss", "val_loss", "val_accuracy"}
    assert [keys <= set(epoch) for epoch in history] == [True] * 3
