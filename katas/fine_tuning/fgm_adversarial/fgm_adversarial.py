"""The fast gradient method. The statement holds the contract."""

from torch import nn


class FGM:
    """Moves a parameter against the model and puts it back."""

    def __init__(self, parameter: nn.Parameter, epsilon: float = 1.0) -> None:
        raise NotImplementedError

    def attack(self) -> None:
        """Add epsilon g / |g| to the parameter."""
        raise NotImplementedError

    def restore(self) -> None:
        """Put the values from before the attack back."""
        raise NotImplementedError
