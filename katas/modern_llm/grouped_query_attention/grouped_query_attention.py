"""Grouped-query attention. The statement holds the contract."""

from torch import Tensor


def grouped_query_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Return causal attention (B, Hq, T, d).

    ``q`` is (B, Hq, T, d); ``k`` and ``v`` are (B, Hkv, T, d).
    """
    raise NotImplementedError
