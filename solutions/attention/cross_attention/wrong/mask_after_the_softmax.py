"""The weights of the padding are set to 0 after the softmax.

在 softmax 之后才把填充的权重置 0。

caught by: test_padding_of_the_memory_is_left_out
also fails: test_a_hidden_position_is_hidden_from_every_query,
test_the_other_weights_sum_to_one
"""


import math

import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, dim, memory_dim, num_heads):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError("dim must be divisible by num_heads")
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
        weights = scores.softmax(dim=-1)
        if memory_padding_mask is not None:
            weights = weights.masked_fill(memory_padding_mask[:, None, None, :], 0.0)
        out = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out)
