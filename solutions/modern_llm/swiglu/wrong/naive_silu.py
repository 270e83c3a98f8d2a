"""Computes silu as z eᶻ / (1 + eᶻ), which overflows.

用 z eᶻ / (1 + eᶻ) 计算 silu，会溢出。

caught by: test_large_gates_are_finite
"""

import torch
from torch import nn
from torch.nn import functional as F


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w_gate = nn.Linear(dim, hidden, bias=False)
        self.w_up = nn.Linear(dim, hidden, bias=False)
        self.w_down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x):
        z = self.w_gate(x)
        gate = z * z.exp() / (1 + z.exp())
        return self.w_down(gate * self.w_up(x))
