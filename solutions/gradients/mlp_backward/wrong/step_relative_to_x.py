"""Takes a step of h times |x|, not of h, where |x| is more than 1.

|x| 大于 1 时，步长取 h 乘以 |x|，而不是 h。

caught by: test_the_error_is_relative_with_central_differences
"""

from collections.abc import Callable

import numpy as np


def mlp_forward(x: np.ndarray, params: dict[str, np.ndarray]) -> np.ndarray:
    """Return the logits (N, C) of x (N, D)."""
    hidden = np.maximum(x @ params["W1"] + params["b1"], 0.0)  # (N, H)
    return hidden @ params["W2"] + params["b2"]  # (N, C)


def mlp_loss_grads(
    x: np.ndarray,
    targets: np.ndarray,
    params: dict[str, np.ndarray],
) -> tuple[float, dict[str, np.ndarray]]:
    """Return the mean cross-entropy in nats and its four gradients."""
    logits = mlp_forward(x, params)  # (N, C)
    n, classes = logits.shape
    if ((targets < 0) | (targets >= classes)).any():
        raise ValueError(f"targets must lie in [0, {classes})")

    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(n), targets].mean()

    d_logits = np.exp(log_p)  # (N, C)
    d_logits[np.arange(n), targets] -= 1.0
    d_logits /= n
    pre = x @ params["W1"] + params["b1"]  # (N, H)
    # The trap: relu lets a gradient through where its input was positive.
    d_pre = (d_logits @ params["W2"].T) * (pre > 0)  # (N, H)
    return float(loss), {
        "W1": x.T @ d_pre,  # (D, H)
        "b1": d_pre.sum(axis=0),  # (H,)
        "W2": np.maximum(pre, 0.0).T @ d_logits,  # (H, C)
        "b2": d_logits.sum(axis=0),  # (C,)
    }


def gradient_check(
    f: Callable[[np.ndarray], float],
    x: np.ndarray,
    grad: np.ndarray,
    h: float = 1e-5,
) -> float:
    """Return the greatest relative error of ``grad``."""
    worst = 0.0
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()  # x itself stays as it is
        step = h * max(1.0, abs(x[index]))
        up[index] += step
        down[index] -= step
        a, n = grad[index], (f(up) - f(down)) / (2 * step)
        worst = max(worst, abs(a - n) / max(1e-8, abs(a) + abs(n)))
    return float(worst)
