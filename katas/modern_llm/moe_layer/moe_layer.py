"""A sparse mixture of experts. The statement holds the contract."""

from torch import Tensor, nn


def route(logits: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Take logits (N, E); return weights and experts, both (N, k)."""
    raise NotImplementedError


def moe(x: Tensor, gate: Tensor, experts: list[nn.Module], k: int) -> Tensor:
    """Take x (N, D), gate (E, D) and E experts; return (N, D)."""
    raise NotImplementedError


def load_balance_loss(logits: Tensor, experts: Tensor) -> Tensor:
    """Take logits (N, E) and chosen experts (N, k); return a scalar."""
    raise NotImplementedError
