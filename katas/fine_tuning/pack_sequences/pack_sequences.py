"""Pack sequences into rows. The statement holds the contract."""

from torch import Tensor


def pack(
    sequences: list[list[int]],
    length: int,
    pad_id: int,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids (B, L), position ids (B, L) and a mask (B, 1, L, L)."""
    raise NotImplementedError
