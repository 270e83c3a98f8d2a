"""What is saved is the parameter itself, not a copy.

保存的就是参数本身，不是副本。

caught by: test_the_old_values_come_back_to_the_last_bit
also fails: test_a_second_restore_does_nothing,
test_each_round_has_its_own_values, test_two_objects_do_not_disturb_each_other
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
        self.backup = self.parameter.detach()
        self.parameter += self.epsilon * gradient / norm

    @torch.no_grad()
    def restore(self) -> None:
        """Put the values from before the attack back."""
        # The trap: subtracting the step again would leave rounding errors.
        if self.backup is not None:
            self.parameter.copy_(self.backup)
            self.backup = None
