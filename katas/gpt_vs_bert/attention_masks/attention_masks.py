"""Attention masks of BERT and GPT. The statement holds the contract."""

from torch import Tensor


def bert_mask(lengths: list[int], max_len: int) -> Tensor:
    """Return (B, 1, T, T) bool: True where a query may attend to a key."""
    raise NotImplementedError


def gpt_mask(lengths: list[int], max_len: int) -> Tensor:
    """Return (B, 1, T, T) bool, the same with no look at later keys."""
    raise NotImplementedError
