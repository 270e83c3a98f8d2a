"""Keeps the weight as a buffer, so it is not learned.

把权重存成 buffer，学不到。

caught by: test_the_weight_starts_as_ones_and_is_the_only_parameter
also fails: test_gradients_reach_the_input_and_the_weight
"""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.register_buffer("weight", torch.ones(dim))

    def forward(self, x):
        h = x.to(torch.float64)
        h = h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)
        return (h * self.weight).to(x.dtype)
