"""Leaves the scale out, in forward and in merge.

forward 和 merge 都没有乘缩放系数。

caught by: test_the_update_is_scaled_by_alpha_over_r
also fails: test_a_base_without_bias, test_a_merged_layer_gives_the_same,
test_a_merged_layer_owns_its_numbers, test_gradients_reach_the_matrices_and_x,
test_merging_leaves_base_and_layer_as_they_were
"""

import torch
from torch import Tensor, nn


class LoRALinear(nn.Module):
    """``base`` with a low-rank update that is trained in its place."""

    def __init__(self, base: nn.Linear, r: int, alpha: float) -> None:
        super().__init__()
        if r < 1:
            raise ValueError("the rank must be at least 1")
        self.base = base.requires_grad_(False)
        self.scale = 1.0
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
