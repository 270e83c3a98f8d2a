"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from support import evaluated

IDENTITIES = torch.eye(4).repeat(3, 1, 1)
X = torch.tensor([[[2.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0]]])


def test_the_example_of_the_statement():
    """The two positions of the statement mostly look at themselves.

    题面中的两个位置主要关注自己。
    """
    output, weights = evaluated(IDENTITIES, X)
    due = torch.tensor([[[0.8808, 0.1192], [0.1192, 0.8808]]])
    assert torch.allclose(weights.float(), due, atol=1e-4)
    assert torch.allclose(output[:, :, :2], 2 * due, atol=1e-4)


def test_rows_of_the_weights_sum_to_one():
    """Each query shares out a weight of 1.

    每个查询分配的权重之和为 1。
    """
    x = torch.arange(12.0).reshape(1, 3, 4)
    _, weights = evaluated(IDENTITIES, x)
    assert torch.allclose(weights.float().sum(dim=2), torch.ones(1, 3))


def test_evaluation_gives_the_same_twice():
    """Nothing is left to chance in evaluation mode.

    评估模式下没有随机性。
    """
    x = torch.ones(8, 6, 4)
    first, second = evaluated(IDENTITIES, x)[0], evaluated(IDENTITIES, x)[0]
    assert torch.equal(first, second)
