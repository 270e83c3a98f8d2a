"""InfoNCE with in-batch negatives. The statement holds the contract."""

from torch import Tensor


def info_nce(
    queries: Tensor,
    keys: Tensor,
    temperature: float = 0.05,
) -> Tensor:
    """Return the mean loss, a scalar, of queries (B, D) and keys (B, D)."""
    raise NotImplementedError
