"""Cuts the gate out of the graph.

把门从计算图中断开了。

caught by: test_gradients_reach_the_input_and_all_weights
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
        gate = F.silu(self.w_gate(x)).detach()
        return self.w_down(gate * self.w_up(x))
