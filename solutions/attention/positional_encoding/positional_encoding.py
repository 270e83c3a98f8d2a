"""Sinusoidal position encodings.

Vaswani et al., "Attention Is All You Need", section 3.5.
"""

import torch
from torch import Tensor


def sinusoidal_positions(length: int, dim: int) -> Tensor:
    """Return the encodings (length, dim) in float32, a row per position.

    ``ValueError`` if ``dim`` is odd.
    """
    if dim % 2 != 0:
        raise ValueError(f"dim must be even, not {dim}")

    positions = torch.arange(length)[:, None]  # (length, 1)
    even = torch.arange(0, dim, 2)  # (dim/2,): 2i of the formula
    angles = positions / 10000 ** (even / dim)  # (length, dim/2)

    # The trap: both columns of a pair have the angle of the EVEN one. And
    # the columns alternate; sines first and then all cosines is another order.
    pairs = torch.stack([angles.sin(), angles.cos()], dim=2)
    return pairs.flatten(1)  # (length, dim/2, 2) -> (length, dim)
