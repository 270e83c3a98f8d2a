"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from grpo_loss import group_advantages, grpo_loss

ZEROS = torch.zeros(2, 2)
LOGP = torch.tensor([[1.5, 1.0], [1.0, 9.0]]).log()
MASK = torch.tensor([[True, True], [True, False]])
ADVANTAGES = torch.tensor([2.0, -1.0])


def test_advantages_are_standardised_rewards():
    """Rewards of 0 and 4 have the mean 2 and the biased deviation 2.

    奖励 0 和 4 的均值是 2，有偏标准差是 2。
    """
    advantages = group_advantages(torch.tensor([0.0, 4.0]), eps=0.0)
    assert advantages.tolist() == pytest.approx([-1.0, 1.0])


def test_the_example_of_the_statement():
    """The mean of -2.2 and 1 is -0.6.

    -2.2 与 1 的均值是 -0.6。
    """
    loss = grpo_loss(LOGP, ZEROS, ZEROS, ADVANTAGES, MASK, beta=0.0)
    assert float(loss) == pytest.approx(-0.6)


def test_the_kl_term_alone():
    """With advantages of 0 a gap of 1 costs 0.5 (e - 2).

    优势为 0 时，gap 为 1 的损失是 0.5 (e - 2)。
    """
    zero = torch.zeros(1, 1)
    loss = grpo_loss(zero, zero, zero + 1, zero[0], zero == 0, beta=0.5)
    assert float(loss) == pytest.approx(0.5 * (math.e - 2))


def test_an_answer_without_tokens_is_an_error():
    """A mask that hides a whole answer raises ValueError.

    掩码遮住整条回答时，抛出 ValueError。
    """
    mask = torch.tensor([[True, True], [False, False]])
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        grpo_loss(LOGP, ZEROS, ZEROS, ADVANTAGES, mask)
