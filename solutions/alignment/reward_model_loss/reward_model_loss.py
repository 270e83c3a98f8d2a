"""Losses of a reward model: Bradley-Terry on pairs and on rankings.

P(chosen beats rejected) = σ(chosen - rejected); the loss is its negative
logarithm. Ouyang et al., "Training language models to follow instructions
with human feedback", equation 1.
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
    # The trap: the order is that of the people. Sorted by value, the model's
    # own opinion would be confirmed.
    pairs = torch.combinations(rewards)  # (K(K-1)/2, 2), the earlier first
    return pairwise_loss(pairs[:, 0], pairs[:, 1])
