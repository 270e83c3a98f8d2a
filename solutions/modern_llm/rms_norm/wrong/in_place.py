"""Divides the caller's tensor in place.

在调用者的张量上原地相除。

caught by: test_random_inputs_agree_with_the_formula
also fails: test_gradients_reach_the_input_and_the_weight
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
        h = h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)
        with torch.no_grad():
            x.copy_(h)
        return (h * self.weight).to(x.dtype)
