"""Losses of a reward model. The statement says what is promised."""

from torch import Tensor


def pairwise_loss(chosen: Tensor, rejected: Tensor) -> Tensor:
    """Return the mean of -ln σ(chosen - rejected), both (B,)."""
    raise NotImplementedError


def ranking_loss(rewards: Tensor) -> Tensor:
    """Return the mean loss over all pairs of rewards (K,), best first.

    ``ValueError`` if K < 2.
    """
    raise NotImplementedError
