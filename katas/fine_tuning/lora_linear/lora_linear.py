"""A LoRA layer. The statement holds the contract."""

from torch import Tensor, nn


class LoRALinear(nn.Module):
    """``base`` with a low-rank update that is trained in its place."""

    def __init__(self, base: nn.Linear, r: int, alpha: float) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Map x (..., in) to (..., out)."""
        raise NotImplementedError

    def merge(self) -> nn.Linear:
        """Return a plain layer with the same output."""
        raise NotImplementedError
