"""A causal mask is applied to the memory.

对 memory 用了因果掩码。

caught by: test_it_agrees_with_pytorch
also fails: test_a_hidden_position_is_hidden_from_every_query,
test_gradients_reach_all_parameters, test_it_works_in_float64,
test_padding_of_the_memory_is_left_out,
test_scores_are_divided_by_the_root_of_the_head_width,
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
        if memory_padding_mask is not None:
            scores = scores.masked_fill(memory_padding_mask[:, None, None, :], float("-inf"))
        S = memory.shape[1]
        scores = scores.masked_fill(torch.ones(T, S, dtype=torch.bool).triu(1), float("-inf"))
        weights = scores.softmax(dim=-1)
        out = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out)
