"""The projections have no bias.

投影层没有偏置。

caught by: test_four_linear_layers_with_bias
also fails: test_a_layer_remembers_nothing, test_arguments_stay_unchanged,
test_each_head_attends_by_its_own_features,
test_gradients_reach_all_parameters, test_it_agrees_with_pytorch,
test_masked_keys_are_left_out,
test_scores_are_divided_by_the_root_of_the_head_width,
test_the_weights_of_the_other_keys_sum_to_one,
test_true_marks_a_key_to_leave_out, test_x_need_not_lie_in_memory_in_order
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
        self.q_proj = nn.Linear(embed_dim, embed_dim, bias=False)
        self.k_proj = nn.Linear(embed_dim, embed_dim, bias=False)
        self.v_proj = nn.Linear(embed_dim, embed_dim, bias=False)
        self.out_proj = nn.Linear(embed_dim, embed_dim, bias=False)

    def split(self, x):
        B, T, E = x.shape
        return x.view(B, T, self.num_heads, self.head_dim).transpose(1, 2)

    def forward(self, x, key_padding_mask=None):
        B, T, E = x.shape
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(x))
        v = self.split(self.v_proj(x))
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
        if key_padding_mask is not None:
            scores = scores.masked_fill(key_padding_mask[:, None, None, :], float("-inf"))
        weights = scores.softmax(dim=-1)
        out = (weights @ v).transpose(1, 2).reshape(B, T, E)
        return self.out_proj(out)
