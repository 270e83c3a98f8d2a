"""Rotary position embedding. The statement holds the contract."""

from torch import Tensor


def apply_rope(
    x: Tensor,
    positions: Tensor,
    base: float = 10000.0,
) -> Tensor:
    """Take x (B, h, T, d), positions (T,); return x with its pairs turned."""
    raise NotImplementedError
