"""Adds a constant to the norm to be safe from zero.

为了防止除以零，给范数加了一个常数。

caught by: test_a_small_gradient_makes_a_full_step
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
        self.backup = self.parameter.clone()
        self.parameter += self.epsilon * gradient / (norm + 1e-8)

    @torch.no_grad()
    def restore(self) -> None:
        """Put the values from before the attack back."""
        # The trap: subtracting the step again would leave rounding errors.
        if self.backup is not None:
            self.parameter.copy_(self.backup)
            self.backup = None
