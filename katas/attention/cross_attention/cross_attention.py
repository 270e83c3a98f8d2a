"""Cross-attention. The statement says what is promised."""

from torch import Tensor, nn


class CrossAttention(nn.Module):
    """Attention from x to a memory of another length and width."""

    def __init__(self, dim: int, memory_dim: int, num_heads: int):
        super().__init__()
        raise NotImplementedError

    def forward(
        self,
        x: Tensor,
        memory: Tensor,
        memory_padding_mask: Tensor | None = None,
    ) -> Tensor:
        """Take x (B, T, dim), memory (B, S, memory_dim), mask (B, S)."""
        raise NotImplementedError
