"""One product with both matrices stacked, then split; the layers are made in a loop."""

import torch
from torch import nn


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        for name, sizes in {"w_gate": (dim, hidden), "w_up": (dim, hidden), "w_down": (hidden, dim)}.items():
            self.add_module(name, nn.Linear(*sizes, bias=False))
        self.act = nn.SiLU()

    def forward(self, x):
        both = nn.functional.linear(x, torch.cat([self.w_gate.weight, self.w_up.weight]))
        gate, up = both.chunk(2, dim=-1)
        return self.w_down(self.act(gate).mul(up))
