"""RMSNorm, as a module. The statement holds the contract."""

from torch import Tensor, nn


class RMSNorm(nn.Module):
    """Divides by the root mean square; ``weight`` (dim,) is learned."""

    def __init__(self, dim: int, eps: float = 1e-6):
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Take x (..., dim) and return the same shape and dtype."""
        raise NotImplementedError
