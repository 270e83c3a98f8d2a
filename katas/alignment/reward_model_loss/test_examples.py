"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from reward_model_loss import pairwise_loss, ranking_loss


def test_the_pairs_of_the_statement():
    """Differences of 1 and 0 give the mean of 0.3133 and 0.6931.

    差为 1 和 0，结果是 0.3133 与 0.6931 的平均值。
    """
    loss = pairwise_loss(torch.tensor([1.0, 0.0]), torch.tensor([0.0, 0.0]))
    assert float(loss) == pytest.approx(0.5032, abs=1e-4)


def test_the_ranking_of_the_statement():
    """Three answers make three pairs.

    三个回答组成三对。
    """
    loss = ranking_loss(torch.tensor([2.0, 1.0, 3.0]))
    assert float(loss) == pytest.approx(1.2512, abs=1e-4)


def test_a_pair_that_is_very_wrong():
    """A difference of -10,000 costs 10,000.

    差为 -10,000 时，损失是 10,000。
    """
    loss = pairwise_loss(torch.tensor([0.0]), torch.tensor([10_000.0]))
    assert float(loss) == pytest.approx(10_000.0)


def test_one_answer_is_no_ranking():
    """A single reward raises ValueError.

    只有一个奖励时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        ranking_loss(torch.tensor([1.0]))
