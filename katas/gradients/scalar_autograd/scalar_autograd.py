"""Scalar autograd. The statement holds the contract."""


class Value:
    """A number that knows how it was computed."""

    def __init__(self, data: float) -> None:
        raise NotImplementedError

    def backward(self) -> None:
        """Add the derivatives of this value to all that it depends on."""
        raise NotImplementedError
