"""The returned caches are views of one buffer in the layer, so the next call overwrites them.

返回的缓存是层内同一块缓冲区的视图，下一次调用就会覆盖它。

caught by: test_a_returned_cache_outlives_later_calls
"""


import math

import torch
from torch import nn


class CachedAttention(nn.Module):
    def __init__(self, dim, num_heads):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError("dim must be divisible by num_heads")
        self.num_heads = num_heads
        self.head_dim = dim // num_heads
        self.kept = None
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(dim, dim)
        self.v_proj = nn.Linear(dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def split(self, x):
        B, T, _ = x.shape
        return x.reshape(B, T, self.num_heads, self.head_dim).transpose(1, 2)

    def forward(self, x, cache=None):
        B, T, D = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(x))
        v = self.split(self.v_proj(x))
        S = 0 if cache is None else cache[0].shape[2]
        if self.kept is None or self.kept[0].shape[0] != B:
            shape = (B, self.num_heads, 256, self.head_dim)
            self.kept = x.new_zeros(shape), x.new_zeros(shape)
        for n, new in enumerate((k, v)):
            if cache is not None:
                self.kept[n][:, :, :S] = cache[n]
            self.kept[n][:, :, S : S + T] = new
        k, v = (buffer[:, :, : S + T] for buffer in self.kept)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        later = torch.ones(T, S + T, dtype=torch.bool).triu(S + 1)
        scores = scores.masked_fill(later, float("-inf"))
        out = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out), (k, v)
