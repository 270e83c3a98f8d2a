"""The root mean square from torch.linalg.vector_norm; divides instead of multiplying; float32 for all but float64."""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.dim, self.eps = dim, eps

    def forward(self, x):
        kind = torch.float64 if x.dtype == torch.float64 else torch.float32
        norm = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=kind)
        scale = torch.sqrt(norm.square() / self.dim + self.eps)
        return (self.weight.to(kind) * (x.to(kind) / scale)).type_as(x)
