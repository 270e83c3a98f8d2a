"""The DPO loss. The statement holds the contract."""

from torch import Tensor


def sequence_logps(
    logits: Tensor,
    labels: Tensor,
    ignore_index: int = -100,
) -> Tensor:
    """Return the summed log-probability of each row of labels: (B,).

    Position t of logits (B, T, V) predicts label t + 1 of labels (B, T).
    """
    raise NotImplementedError


def dpo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    ref_chosen: Tensor,
    ref_rejected: Tensor,
    beta: float = 0.1,
) -> Tensor:
    """Return the mean loss, a scalar, of log-probabilities (B,)."""
    raise NotImplementedError
