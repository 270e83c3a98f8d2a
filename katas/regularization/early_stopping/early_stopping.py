"""Early stopping: when to end training, and which state was the best. The statement holds the contract."""

from typing import Any


class EarlyStopping:
    """Says when ``patience`` calls in a row brought no improvement of more than ``min_delta``."""

    best_loss: float
    best_state: Any

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        raise NotImplementedError

    def step(self, loss: float, state: Any) -> bool:
        """Take in the loss and the state of one epoch; return whether training must stop."""
        raise NotImplementedError
