"""The heads are split by a plain view, which cuts the sequence.

直接用 view 分头，切开的是序列。

caught by: test_without_a_cache_it_is_causal_attention
also fails: test_a_returned_cache_outlives_later_calls,
test_arguments_stay_unchanged, test_one_prompt_can_be_continued_twice,
test_pieces_of_any_size_give_the_same
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
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(dim, dim)
        self.v_proj = nn.Linear(dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def split(self, x):
        B, T, _ = x.shape
        return x.reshape(B, self.num_heads, T, self.head_dim)

    def forward(self, x, cache=None):
        B, T, D = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(x))
        v = self.split(self.v_proj(x))
        S = 0
        if cache is not None:
            S = cache[0].shape[2]
            k = torch.cat([cache[0], k], dim=2)
            v = torch.cat([cache[1], v], dim=2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        later = torch.ones(T, S + T, dtype=torch.bool).triu(S + 1)
        scores = scores.masked_fill(later, float("-inf"))
        out = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out), (k, v)
