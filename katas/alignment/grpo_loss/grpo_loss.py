"""The GRPO loss. The statement holds the contract."""

from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    """Return the advantages (G,) of the answers to one prompt."""
    raise NotImplementedError


def grpo_loss(
    logp: Tensor,
    old_logp: Tensor,
    ref_logp: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float = 0.2,
    beta: float = 0.04,
) -> Tensor:
    """Return the loss, a scalar, of G answers of at most T tokens.

    ``ValueError`` if the mask leaves an answer without any token.
    """
    raise NotImplementedError
