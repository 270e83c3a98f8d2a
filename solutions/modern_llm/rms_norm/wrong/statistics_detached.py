"""Treats the root mean square as a constant in the gradient.

求导时把均方根当成了常数。

caught by: test_gradients_reach_the_input_and_the_weight
"""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        h = x.to(torch.float64)
        h = h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps).detach()
        return (h * self.weight).to(x.dtype)
