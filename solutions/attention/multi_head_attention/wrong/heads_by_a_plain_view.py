"""The heads are split or put together by a view alone, without swapping the axes, which mixes positions and features.

拆分或合并各个头时只用了 view，没有交换轴，位置和特征混在了一起。

caught by: test_each_head_attends_by_its_own_features
also fails: test_gradients_reach_all_parameters, test_it_agrees_with_pytorch,
test_masked_keys_are_left_out,
test_scores_are_divided_by_the_root_of_the_head_width,
test_true_marks_a_key_to_leave_out
"""


import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, embed_dim, num_heads):
        super().__init__()
        if embed_dim % num_heads != 0:
            raise ValueError("embed_dim must be divisible by num_heads")
        self.num_heads = num_heads
        self.head_dim = embed_dim // num_heads
        self.q_proj = nn.Linear(embed_dim, embed_dim)
        self.k_proj = nn.Linear(embed_dim, embed_dim)
        self.v_proj = nn.Linear(embed_dim, embed_dim)
        self.out_proj = nn.Linear(embed_dim, embed_dim)

    def split(self, x):
        B, T, E = x.shape
        return x.reshape(B, self.num_heads, T, self.head_dim)

    def forward(self, x, key_padding_mask=None):
        B, T, E = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(x))
        v = self.split(self.v_proj(x))
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        if key_padding_mask is not None:
            scores = scores.masked_fill(key_padding_mask[:, None, None, :], float("-inf"))
        weights = scores.softmax(dim=-1)
        out = (weights @ v).reshape(B, T, E)
        return self.out_proj(out)
