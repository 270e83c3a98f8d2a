"""Takes a gradient of 0 for a missing one, and leaves the parameter and its moments alone.

把为 0 的梯度当成没有梯度，参数和动量都不更新。

caught by: test_the_moments_go_on_from_step_to_step
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
        new = dict(params)  # what has no gradient stays as it is
        for name, g in grads.items():
            if not g.any():
                continue
            zero = np.zeros(g.shape)
            m, v, t = self.state.get(name, (zero, zero, 0))
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            t += 1
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
