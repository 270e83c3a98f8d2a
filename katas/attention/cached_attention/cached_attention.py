"""Attention with a KV cache. The statement says what is promised."""

from torch import Tensor, nn

Cache = tuple[Tensor, Tensor]


class CachedAttention(nn.Module):
    """Causal attention that can continue from earlier positions."""

    def __init__(self, dim: int, num_heads: int):
        super().__init__()
        raise NotImplementedError

    def forward(
        self,
        x: Tensor,
        cache: Cache | None = None,
    ) -> tuple[Tensor, Cache]:
        """Take x (B, T, dim) and keys, values (B, h, S, d), or None.

        Return the output (B, T, dim) and the cache of S + T positions.
        """
        raise NotImplementedError
