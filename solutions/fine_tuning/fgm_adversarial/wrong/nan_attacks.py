"""Looks for zero only, so NaN reaches the parameter.

只检查是否为零，NaN 混进了参数。

caught by: test_a_gradient_that_is_not_finite_does_nothing
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
        if norm == 0:
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
