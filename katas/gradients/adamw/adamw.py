"""AdamW. The statement holds the contract."""

import numpy as np


class AdamW:
    """Adam with decoupled weight decay."""

    def __init__(
        self,
        lr: float,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.01,
    ) -> None:
        raise NotImplementedError

    def step(
        self,
        params: dict[str, np.ndarray],
        grads: dict[str, np.ndarray],
    ) -> dict[str, np.ndarray]:
        """Return the new parameters."""
        raise NotImplementedError
