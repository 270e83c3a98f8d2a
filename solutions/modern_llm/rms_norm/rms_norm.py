"""RMSNorm (Zhang and Sennrich 2019), written to be read.

y = x / sqrt(mean(x^2) + eps) * weight
"""

import torch
from torch import Tensor, nn


class RMSNorm(nn.Module):
    """Divides by the root mean square; ``weight`` (dim,) is learned."""

    def __init__(self, dim: int, eps: float = 1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x: Tensor) -> Tensor:
        """Take x (..., dim) and return the same shape and dtype."""
        # The trap: in float16 the square of 256 is already infinite, and a
        # product with a float32 weight is float32. So go to float32 (float64
        # stays float64), and come back at the very end.
        wide = x.to(torch.promote_types(x.dtype, torch.float32))
        mean_square = wide.pow(2).mean(dim=-1, keepdim=True)  # (..., 1)
        y = wide * torch.rsqrt(mean_square + self.eps) * self.weight
        return y.to(x.dtype)
