"""Two kinds of local attention: a sliding window and ALiBi.

Beltagy et al., "Longformer"; Press et al., "Train Short, Test Long". How the
masks enter the attention is left to other katas.
"""

import math

import torch
from torch import Tensor


def sliding_window_mask(length: int, window: int) -> Tensor:
    """Return a bool mask (T, T): True where query i may see key j.

    ``ValueError`` if ``window < 1``.
    """
    if window < 1:
        raise ValueError(f"window must be at least 1, not {window}")
    back = distances(length)
    # The query itself is one of the window's positions: distances from 0 to
    # window - 1. Without the lower limit it would see the future.
    return (back >= 0) & (back < window)


def alibi_bias(num_heads: int, length: int) -> Tensor:
    """Return the bias (num_heads, T, T) in float32, -inf for later keys.

    ``ValueError`` unless ``num_heads`` is a power of two.
    """
    if num_heads not in [2**n for n in range(num_heads)]:
        raise ValueError(f"{num_heads} heads are not a power of two")
    steps = torch.arange(1, num_heads + 1) / num_heads  # (h,): 1/h … 1
    slopes = 2 ** (-8 * steps)  # (h,), the last one is always 1/256
    back = distances(length)
    bias = -slopes[:, None, None] * back  # (h, T, T)
    return bias.masked_fill(back < 0, -math.inf)


def distances(length: int) -> Tensor:
    """Return i - j (T, T): how far key j lies behind query i."""
    positions = torch.arange(length)
    return positions[:, None] - positions  # rows are queries
