"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from moe_layer import load_balance_loss, route
from support import moe_of

LOGITS = torch.tensor([[2.0, 6.0, 1.0, 3.0]]).log()


def test_the_two_best_experts_are_chosen():
    """ln 6 and ln 3 are the greatest logits; their softmax is 2/3, 1/3.

    ln 6 和 ln 3 是最大的两个 logit，softmax 是 2/3、1/3。
    """
    weights, experts = route(LOGITS, 2)
    assert experts.tolist() == [[1, 3]]
    assert torch.allclose(weights, torch.tensor([[2 / 3, 1 / 3]]))


def test_the_results_of_the_experts_are_mixed():
    """The token gets 2/3 of expert 1 and 1/3 of expert 3.

    这个 token 得到专家 1 的 2/3 和专家 3 的 1/3。
    """
    weights = torch.tensor([0.0, 2.0, 0.0, -1.0]).reshape(4, 1, 1)
    y = moe_of(torch.ones(1, 1), LOGITS.T.contiguous(), weights, 2)
    due = 2 / 3 * math.tanh(2) - 1 / 3 * math.tanh(1)
    assert torch.allclose(y, torch.tensor([[due]]))


def test_the_balancing_loss_of_the_statement():
    """4 · (1/2 · 6/12 + 1/2 · 3/12) is 1.5.

    4 · (1/2 · 6/12 + 1/2 · 3/12) 等于 1.5。
    """
    loss = load_balance_loss(LOGITS, torch.tensor([[1, 3]]))
    assert float(loss) == pytest.approx(1.5)
