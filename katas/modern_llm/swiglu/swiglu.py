"""SwiGLU, as a module. The statement holds the contract."""

from torch import Tensor, nn


class SwiGLU(nn.Module):
    """Holds ``w_gate``, ``w_up`` and ``w_down``, without bias."""

    def __init__(self, dim: int, hidden: int):
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Take x (..., dim) and return the same shape."""
        raise NotImplementedError
