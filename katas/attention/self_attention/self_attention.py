"""Self-attention with one head, as a module."""

from torch import Tensor, nn


class SelfAttention(nn.Module):
    """Every position takes a weighted mean of all positions' values.

    Holds the linear layers ``query_matrix``, ``key_matrix`` and
    ``value_matrix``, without bias.
    """

    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Take x (B, T, H); return output (B, T, H), weights (B, T, T)."""
        raise NotImplementedError
