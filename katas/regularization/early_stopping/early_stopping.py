"""Early stopping: when to end training, and which state was the best."""

from typing import Any


class EarlyStopping:
    """Stop after ``patience`` calls in a row without an improvement."""

    best_loss: float
    best_state: Any

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        raise NotImplementedError

    def step(self, loss: float, state: Any) -> bool:
        """Take in one epoch's loss and state; True if training must stop."""
        raise NotImplementedError
