"""Flattens the input with view, which refuses a transposed one.

用 view 展平输入，遇到转置的输入就报错。

caught by: test_a_view_is_an_input_like_any_other
"""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        h = x.view(-1, x.shape[-1]).to(torch.float64)
        h = h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)
        return (h * self.weight).to(x.dtype).view(x.shape)
