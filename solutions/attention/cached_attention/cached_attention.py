"""Causal multi-head attention with a KV cache.

Pope et al., "Efficiently Scaling Transformer Inference". Preallocated and
paged caches are left to other katas.
"""

import math

import torch
from torch import Tensor, nn

Cache = tuple[Tensor, Tensor]


class CachedAttention(nn.Module):
    """Causal attention that can continue from earlier positions."""

    def __init__(self, dim: int, num_heads: int):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError(f"{dim} features, {num_heads} heads")
        self.num_heads = num_heads
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(dim, dim)
        self.v_proj = nn.Linear(dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def forward(
        self,
        x: Tensor,
        cache: Cache | None = None,
    ) -> tuple[Tensor, Cache]:
        """Take x (B, T, dim) and keys, values (B, h, S, d), or None.

        Return the output (B, T, dim) and the cache of S + T positions.
        """
        q = self.split(self.q_proj(x))  # (B, h, T, d)
        k = self.split(self.k_proj(x))  # (B, h, T, d)
        v = self.split(self.v_proj(x))  # (B, h, T, d)
        if cache is not None:
            # cat makes new tensors: the caller's cache stays as it was.
            k = torch.cat([cache[0], k], dim=2)  # (B, h, S + T, d)
            v = torch.cat([cache[1], v], dim=2)  # (B, h, S + T, d)

        scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, T, S + T)
        # The trap: query i stands at S + i, not at i. A triangle from the
        # top left would hide most of the cache from the new positions.
        new, total = q.shape[2], k.shape[2]
        query_at = torch.arange(total - new, total)  # (T,)
        later = torch.arange(total) > query_at[:, None]  # (T, S + T)
        scores = scores.masked_fill(later, -math.inf)
        heads = torch.softmax(scores, dim=3) @ v  # (B, h, T, d)
        return self.out_proj(heads.transpose(1, 2).flatten(2)), (k, v)

    def split(self, x: Tensor) -> Tensor:
        """Turn (B, T, dim) into (B, h, T, d)."""
        return x.unflatten(2, (self.num_heads, -1)).transpose(1, 2)
