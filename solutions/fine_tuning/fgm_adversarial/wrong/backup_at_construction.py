"""Saves the values when it is made, and restores those.

创建对象时就保存了值，恢复的是那一份。

caught by: test_restore_without_an_attack_does_nothing
"""

import torch
from torch import Tensor, nn


class FGM:
    """Moves a parameter against the model and puts it back."""

    def __init__(self, parameter: nn.Parameter, epsilon: float = 1.0) -> None:
        self.parameter = parameter
        self.epsilon = epsilon
        self.backup: Tensor | None = parameter.detach().clone()

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
        self.parameter += self.epsilon * gradient / norm

    @torch.no_grad()
    def restore(self) -> None:
        """Put the values from before the attack back."""
        # The trap: subtracting the step again would leave rounding errors.
        if self.backup is not None:
            self.parameter.copy_(self.backup)
            self.backup = None
