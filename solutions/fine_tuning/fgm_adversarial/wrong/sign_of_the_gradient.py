"""Uses the sign of the gradient, as FGSM does.

用了梯度的符号，那是 FGSM。

caught by: test_the_step_goes_along_the_gradient
also fails: test_a_small_gradient_makes_a_full_step,
test_each_round_has_its_own_values, test_the_norm_is_that_of_the_whole_gradient
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
        self.parameter += self.epsilon * gradient.sign()

    @torch.no_grad()
    def restore(self) -> None:
        """Put the values from before the attack back."""
        # The trap: subtracting the step again would leave rounding errors.
        if self.backup is not None:
            self.parameter.copy_(self.backup)
            self.backup = None
