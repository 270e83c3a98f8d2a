"""Einsum, and the sigmoid by the hyperbolic tangent."""

import torch
from torch import nn


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w_gate, self.w_up = (nn.Linear(dim, hidden, bias=False) for _ in range(2))
        self.w_down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x):
        g = torch.einsum("...d,hd->...h", x, self.w_gate.weight)
        u = torch.einsum("...d,hd->...h", x, self.w_up.weight)
        return torch.einsum("...h,dh->...d", g * (1 + torch.tanh(g / 2)) / 2 * u, self.w_down.weight)
