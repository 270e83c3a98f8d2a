"""Grouped-query attention (Ainslie et al. 2023), written to be read.

out_i = softmax(q_i k_g^T / sqrt(d) + mask) v_g        g = i // (Hq / Hkv)
"""

import torch
from torch import Tensor


def grouped_query_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Return causal attention (B, Hq, T, d)."""
    heads, length, d = q.shape[1:]
    if heads % k.shape[1]:
        raise ValueError(f"{heads} query heads, {k.shape[1]} key heads")
    group = heads // k.shape[1]
    # The trap: repeat() would give the heads 0 1 0 1. Neighbours share a key
    # head, so it is 0 0 1 1.
    k = k.repeat_interleave(group, dim=1)  # (B, Hq, T, d)
    v = v.repeat_interleave(group, dim=1)
    scores = q @ k.transpose(-2, -1) / d**0.5  # (B, Hq, T, T)
    later = torch.ones(length, length, dtype=torch.bool).triu(diagonal=1)
    scores = scores.masked_fill(later, float("-inf"))  # before the softmax
    return scores.softmax(dim=-1) @ v
