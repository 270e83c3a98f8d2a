"""The new keys and values are put in front of the cached ones.

把新的键和值放到了缓存的前面。

caught by: test_pieces_of_any_size_give_the_same
also fails: test_a_returned_cache_outlives_later_calls,
test_arguments_stay_unchanged, test_one_prompt_can_be_continued_twice,
test_token_by_token_gives_the_same
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
        return x.reshape(B, T, self.num_heads, self.head_dim).transpose(1, 2)

    def forward(self, x, cache=None):
        B, T, D = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(x))
        v = self.split(self.v_proj(x))
        S = 0
        if cache is not None:
            S = cache[0].shape[2]
            k = torch.cat([k, cache[0]], dim=2)
            v = torch.cat([v, cache[1]], dim=2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        later = torch.ones(T, S + T, dtype=torch.bool).triu(S + 1)
        scores = scores.masked_fill(later, float("-inf"))
        out = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out), (k, v)
