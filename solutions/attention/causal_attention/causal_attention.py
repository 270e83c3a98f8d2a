"""Causal attention: softmax(q kᵀ / √d + mask) v.

Vaswani et al., "Attention Is All You Need", section 3.2.3. The linear layers
and the splitting into heads are left to the next kata.
"""

import math

import torch
from torch import Tensor


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Attend from q (B, h, Tq, d) to k, v (B, h, Tk, d): (B, h, Tq, d).

    Query i sits at position Tk - Tq + i and sees no later key.
    ``ValueError`` if Tq > Tk.
    """
    queries, keys = q.shape[2], k.shape[2]
    if queries > keys:
        raise ValueError(f"{queries} queries, but only {keys} keys")

    scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, Tq, Tk)

    # The trap: a plain lower triangle is right for Tq == Tk only. The queries
    # are the LAST positions, so they are counted from Tk - Tq.
    query_at = torch.arange(keys - queries, keys)  # (Tq,)
    later = torch.arange(keys) > query_at[:, None]  # (Tq, Tk)

    # Before the softmax: a weight set to 0 after it is missing from the sum.
    scores = scores.masked_fill(later, -math.inf)
    return torch.softmax(scores, dim=-1) @ v  # (B, h, Tq, d)
