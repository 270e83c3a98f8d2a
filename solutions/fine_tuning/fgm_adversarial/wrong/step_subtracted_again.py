"""Restores by subtracting the step, which leaves rounding errors.

恢复时减去扰动，留下舍入误差。

caught by: test_the_old_values_come_back_to_the_last_bit
also fails: test_each_round_has_its_own_values
"""

import torch
from torch import Tensor, nn


class FGM:
    """Moves a parameter against the model and puts it back."""

    def __init__(self, parameter: nn.Parameter, epsilon: float = 1.0) -> None:
        self.parameter = parameter
        self.epsilon = epsilon
        self.backup: Tensor | None = None

    @torch.no_grad()
    def attack(self) -> None:
        """Add epsilon g / |g| to the parameter."""
        gradient = self.parameter.grad
        if gradient is None:
            return
        # One infinite or NaN entry makes the norm infinite or NaN.
        norm = torch.linalg.vector_norm(gradient)  # over all entries
        if norm == 0 or not torch.isfinite(norm):
            return
        self.backup = self.epsilon * gradient / norm
        self.parameter += self.epsilon * gradient / norm

    @torch.no_grad()
    def restore(self) -> None:
        """Put the values from before the attack back."""
        # The trap: subtracting the step again would leave rounding errors.
        if self.backup is not None:
            self.parameter -= self.backup
            self.backup = None
