"""Encode a batch for a classifier. The statement holds the contract."""

from torch import Tensor


def encode_batch(
    sequences: list[list[int]],
    labels: list[int],
    max_len: int,
    cls_id: int,
    sep_id: int,
    pad_id: int,
) -> dict[str, Tensor]:
    """Return ``input_ids`` and ``attention_mask`` (B, T), ``labels`` (B,)."""
    raise NotImplementedError
