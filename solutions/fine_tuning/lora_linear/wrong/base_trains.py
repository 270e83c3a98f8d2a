"""The base, or its bias alone, still trains.

base 还在训练，或者只是它的偏置没有冻结。

caught by: test_only_the_two_matrices_train
also fails: test_merging_leaves_base_and_layer_as_they_were
"""

import torch
from torch import Tensor, nn


class LoRALinear(nn.Module):
    """``base`` with a low-rank update that is trained in its place."""

    def __init__(self, base: nn.Linear, r: int, alpha: float) -> None:
        super().__init__()
        if r < 1:
            raise ValueError("the rank must be at least 1")
        self.base = base
        self.scale = alpha / r
        # One of the two is zero, so that training starts from the base. The
        # trap: if both were, every gradient would be zero as well.
        start = nn.init.kaiming_uniform_(torch.empty(r, base.in_features))
        self.lora_A = nn.Parameter(start)  # (r, in)
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x: Tensor) -> Tensor:
        """Map x (..., in) to (..., out)."""
        low = x @ self.lora_A.T  # (..., r): never a matrix of (out, in)
        return self.base(x) + self.scale * (low @ self.lora_B.T)

    @torch.no_grad()
    def merge(self) -> nn.Linear:
        """Return a plain layer with the same output."""
        base = self.base
        has_bias = base.bias is not None
        merged = nn.Linear(base.in_features, base.out_features, bias=has_bias)
        update = self.lora_B @ self.lora_A  # (out, in)
        # Copies: the merged layer shares no memory with the base.
        merged.weight.copy_(base.weight + self.scale * update)
        if has_bias:
            merged.bias.copy_(base.bias)
        return merged
