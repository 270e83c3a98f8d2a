"""Masking for masked language modelling. The statement holds the contract."""

from torch import Tensor


def mask_tokens(
    ids: Tensor,
    special: Tensor,
    mask_id: int,
    vocab_size: int,
    seed: int,
    p: float = 0.15,
) -> tuple[Tensor, Tensor]:
    """Return (inputs, labels), both (B, T), from ``ids`` (B, T).

    ``special`` (B, T) is True at positions that are never chosen. Labels are
    -100 at positions that are not chosen.
    """
    raise NotImplementedError
