"""Only the recurrences loop; outputs, loss and all parameter gradients come from one matrix product each."""

import numpy as np


def rnn_loss_grads(x, a0, targets, params):
    T, n_y = len(x), len(params["b_y"])
    if targets.min() < 0 or targets.max() >= n_y:
        raise ValueError("target out of range")
    a = np.vstack([a0, np.zeros((T, len(a0)))])
    for t in range(T):
        a[t + 1] = np.tanh(params["W_aa"] @ a[t] + params["W_ax"] @ x[t] + params["b_a"])
    z = a[1:] @ params["W_ya"].T + params["b_y"]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(T), targets].sum()
    dz = np.exp(log_p) - np.eye(n_y)[targets]
    da = dz @ params["W_ya"]
    ds = np.zeros_like(da)
    for t in range(T - 1, -1, -1):
        ds[t] = (1 - a[t + 1] ** 2) * (da[t] + (ds[t + 1] @ params["W_aa"] if t + 1 < T else 0.0))
    return loss, {
        "W_aa": ds.T @ a[:-1],
        "W_ax": ds.T @ x,
        "b_a": ds.sum(axis=0),
        "W_ya": dz.T @ a[1:],
        "b_y": dz.sum(axis=0),
    }
