"""Plain matrix products and a sigmoid."""

import torch
from torch import nn


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w_down = nn.Linear(hidden, dim, False)
        self.w_up = nn.Linear(dim, hidden, False)
        self.w_gate = nn.Linear(dim, hidden, False)

    def forward(self, x):
        z = x @ self.w_gate.weight.T
        return (z * z.sigmoid() * (x @ self.w_up.weight.T)) @ self.w_down.weight.T
