"""Leaves the biases on.

没有关掉偏置。

caught by: test_the_parameters_are_three_weights
also fails: test_gradients_reach_the_input_and_all_weights
"""

import torch
from torch import nn
from torch.nn import functional as F


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w_gate = nn.Linear(dim, hidden)
        self.w_up = nn.Linear(dim, hidden)
        self.w_down = nn.Linear(hidden, dim)

    def forward(self, x):
        gate = F.silu(self.w_gate(x))
        return self.w_down(gate * self.w_up(x))
