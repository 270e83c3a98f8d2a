"""Counts the steps of the optimiser, not of each parameter.

用的是优化器的步数，而不是每个参数各自的步数。

caught by: test_each_parameter_counts_its_own_steps
"""

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
        self.lr, self.betas, self.eps = lr, betas, eps
        self.weight_decay = weight_decay
        # For each name its moments and its own count of steps.
        self.state: dict[str, tuple[np.ndarray, np.ndarray, int]] = {}

    def step(
        self,
        params: dict[str, np.ndarray],
        grads: dict[str, np.ndarray],
    ) -> dict[str, np.ndarray]:
        """Return the new parameters."""
        beta1, beta2 = self.betas
        self.steps = getattr(self, "steps", 0) + 1
        new = dict(params)  # what has no gradient stays as it is
        for name, g in grads.items():
            zero = np.zeros(g.shape)
            m, v, t = self.state.get(name, (zero, zero, 0))
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            t = self.steps
            self.state[name] = (m, v, t)
            # The moments started at zero; this makes up for it.
            m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
            # The trap: the decay stays out of the moments, and both terms
            # come from the old parameter.
            theta = params[name]
            decay = self.lr * self.weight_decay * theta
            update = self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
            new[name] = theta - decay - update
        return new
