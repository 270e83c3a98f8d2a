"""Weight initialisation. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def xavier_uniform(fan_in: int, fan_out: int, seed: int) -> Array:
    """Return weights (fan_out, fan_in), uniform within Xavier's bound."""
    raise NotImplementedError


def he_normal(fan_in: int, fan_out: int, seed: int) -> Array:
    """Return weights (fan_out, fan_in), normal with He's deviation."""
    raise NotImplementedError
