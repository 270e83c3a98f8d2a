"""The ranking loss is computed with Python floats, so nothing is trained.

排序损失用 Python 浮点数计算，什么也训练不了。

caught by: test_a_ranking_trains_the_model
"""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor


def pairwise_loss(chosen: Tensor, rejected: Tensor) -> Tensor:
    """Return the mean of -ln σ(chosen - rejected), both (B,)."""
    # Not log(sigmoid(x)): the sigmoid of -1000 is 0 in floating point, and
    # its logarithm -inf. logsigmoid computes both in one stable step.
    return -F.logsigmoid(chosen - rejected).mean()


def ranking_loss(rewards: Tensor) -> Tensor:
    """Return the mean loss over all pairs of rewards (K,), best first.

    ``ValueError`` if K < 2.
    """
    if len(rewards) < 2:
        raise ValueError("a ranking needs at least two answers")
    pairs = torch.combinations(rewards)  # (K(K-1)/2, 2), the earlier first
    losses = [pairwise_loss(a, b).item() for a, b in pairs]
    return torch.tensor(sum(losses) / len(losses), dtype=rewards.dtype)
