"""A pre-norm Transformer block. The statement says what is promised."""

from torch import Tensor, nn


class TransformerBlock(nn.Module):
    """A block of GPT: causal attention, then an MLP, both residual."""

    def __init__(self, dim: int, num_heads: int):
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Take x (B, T, dim) and return (B, T, dim)."""
        raise NotImplementedError
