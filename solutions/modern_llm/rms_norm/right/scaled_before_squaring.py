"""Scales each vector by its greatest entry before it squares, and stays in the dtype of x otherwise."""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.eps = eps

    def forward(self, x):
        top = x.detach().abs().amax(-1, keepdim=True).clamp(min=1e-3)
        unit = x / top
        mean = unit.float().square().mean(-1, keepdim=True) if x.dtype.itemsize < 4 else unit.square().mean(-1, keepdim=True)
        root = (mean + self.eps / top.to(mean.dtype) ** 2).sqrt()
        return (unit / root * self.weight).to(x.dtype)
