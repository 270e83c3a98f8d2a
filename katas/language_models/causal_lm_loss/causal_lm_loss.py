"""The loss of a causal language model. The statement holds the contract."""

from torch import Tensor


def causal_lm_loss(
    logits: Tensor,
    ids: Tensor,
    pad_id: int | None = None,
) -> Tensor:
    """Return the mean loss, in nats, of logits (B, T, V) on ids (B, T).

    Position t predicts id t + 1; targets equal to ``pad_id`` are left out.
    """
    raise NotImplementedError
