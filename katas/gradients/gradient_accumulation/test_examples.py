"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from support import run

ZERO = torch.zeros(2, 1).double()
ONES = torch.ones(3, 1).double()
THREE = (ONES, torch.tensor([0, 0, 0]))
SINGLE = (-ONES[:1], torch.tensor([0]))


def test_the_loss_is_that_before_the_step():
    """Two equal logits have a loss of ln 2, for every example.

    两个 logit 相等时，每个样本的损失都是 ln 2。
    """
    loss, *_ = run(ZERO, [THREE, SINGLE], 1.0)
    assert float(loss) == pytest.approx(math.log(2))


def test_every_example_weighs_the_same():
    """Three gradients of −1/2 and one of 1/2 have the mean −1/4.

    三个 −1/2 和一个 1/2 的梯度，平均是 −1/4。
    """
    _, weight, *_ = run(ZERO, [THREE, SINGLE], 1.0)
    assert weight.flatten().tolist() == pytest.approx([0.25, -0.25])


def test_one_step_and_one_pass_for_each():
    """Batches of 3 and of 1 go through the model, and there is one step.

    大小为 3 和 1 的批各通过模型一次，优化器只更新一步。
    """
    *_, sizes, steps = run(ZERO, [THREE, SINGLE], 1.0)
    assert sizes == [3, 1]
    assert steps == 1


def test_no_micro_batch_is_an_error():
    """Without a micro-batch there is no loss: ValueError.

    一个小批都没有，就没有损失：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        run(ZERO, [], 1.0)
