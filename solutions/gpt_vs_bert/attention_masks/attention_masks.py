"""Attention masks of BERT and GPT, written to be read.

Padding decides about keys, whichever query looks: a row repeated for all
queries. Causality decides about pairs: a triangle repeated for all sequences.
"""

import torch
from torch import Tensor


def bert_mask(lengths: list[int], max_len: int) -> Tensor:
    """Return (B, 1, T, T) bool: True where a query may attend to a key."""
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]  # (B, T)
    # The trap: padding belongs to the last axis, that of the keys.
    return real[:, None, None, :].expand(-1, 1, max_len, -1)  # (B, 1, T, T)


def gpt_mask(lengths: list[int], max_len: int) -> Tensor:
    """Return (B, 1, T, T) bool, the same with no look at later keys."""
    # tril keeps the diagonal: a token sees itself.
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()  # (T, T)
    return bert_mask(lengths, max_len) & causal
