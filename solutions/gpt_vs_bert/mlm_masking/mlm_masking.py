"""Masking for masked language modelling (Devlin et al. 2018), written to be
read.

Two decisions for each position: is it chosen, and if so, what is shown.
"""

import torch
from torch import Tensor


def mask_tokens(
    ids: Tensor,
    special: Tensor,
    mask_id: int,
    vocab_size: int,
    seed: int,
    p: float = 0.15,
) -> tuple[Tensor, Tensor]:
    """Return (inputs, labels), both (B, T), from ``ids`` (B, T)."""
    # A generator of our own: the seed decides, not what was drawn before.
    generator = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=generator) < p) & ~special

    # The trap: the labels come from the choice, not from what is shown. A
    # chosen token that stays as it is has a label, too.
    labels = torch.where(chosen, ids, -100)

    share = torch.rand(ids.shape, generator=generator)
    noise = torch.randint(vocab_size, ids.shape, generator=generator)
    shown = torch.where(share < 0.8, mask_id, ids)
    shown = torch.where(share >= 0.9, noise, shown)
    return torch.where(chosen, shown, ids), labels
