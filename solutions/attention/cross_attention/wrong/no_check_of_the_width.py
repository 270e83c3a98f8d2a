"""A width that can't be shared evenly raises no ValueError.

特征数不能平分时没有抛出 ValueError。

caught by: test_the_width_must_be_a_multiple_of_the_heads
"""


import math

import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, dim, memory_dim, num_heads):
        super().__init__()
        self.num_heads = num_heads
        self.head_dim = dim // num_heads
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(memory_dim, dim)
        self.v_proj = nn.Linear(memory_dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def split(self, x):
        B, L, _ = x.shape
        return x.reshape(B, L, self.num_heads, self.head_dim).transpose(1, 2)

    def forward(self, x, memory, memory_padding_mask=None):
        B, T, D = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(memory))
        v = self.split(self.v_proj(memory))
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        if memory_padding_mask is not None:
            scores = scores.masked_fill(memory_padding_mask[:, None, None, :], float("-inf"))
        weights = scores.softmax(dim=-1)
        out = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out)
