"""tril and triu for the mask; slopes as a geometric sequence."""

import torch


def sliding_window_mask(length: int, window: int) -> torch.Tensor:
    if window <= 0:
        raise ValueError(f"window {window}")
    ones = torch.ones(length, length, dtype=torch.bool)
    return ones.tril() & ones.triu(1 - window)


def alibi_bias(num_heads: int, length: int) -> torch.Tensor:
    if num_heads <= 0 or bin(num_heads).count("1") != 1:
        raise ValueError(f"{num_heads} heads")
    start = 2 ** (-8 / num_heads)
    slopes = torch.tensor([start * start**h for h in range(num_heads)])
    position = torch.arange(length, dtype=torch.float32)
    relative = position.view(1, 1, -1) - position.view(1, -1, 1)
    causal = torch.zeros(length, length).masked_fill(relative[0] > 0, float("-inf"))
    return slopes.view(-1, 1, 1) * relative + causal
