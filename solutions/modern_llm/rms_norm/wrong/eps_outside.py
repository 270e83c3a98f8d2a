"""Adds eps outside the root.

把 eps 加在了根号外面。

caught by: test_eps_stands_inside_the_root
also fails: test_the_default_of_eps
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
        h = h / (h.pow(2).mean(-1, keepdim=True).sqrt() + self.eps)
        return (h * self.weight).to(x.dtype)
