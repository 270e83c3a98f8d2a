"""einsum and one-hot targets; the check changes x in place and puts numbers back."""

import numpy as np


def mlp_forward(x, params):
    pre = np.einsum("nd,dh->nh", x, params["W1"]) + params["b1"]
    return np.einsum("nh,hc->nc", pre * (pre > 0), params["W2"]) + params["b2"]


def mlp_loss_grads(x, targets, params):
    z = mlp_forward(x, params)
    n, c = z.shape
    if np.min(targets) < 0 or np.max(targets) >= c:
        raise ValueError("target")
    top = z.max(1)
    lse = top + np.log(np.exp(z - top[:, None]).sum(1))
    one_hot = np.eye(c)[targets]
    loss = np.mean(lse - (z * one_hot).sum(1))
    dz = (np.exp(z - lse[:, None]) - one_hot) / n
    pre = x @ params["W1"] + params["b1"]
    dh = np.einsum("nc,hc->nh", dz, params["W2"])
    dh[pre <= 0] = 0
    grads = {"W2": np.einsum("nh,nc->hc", np.clip(pre, 0, None), dz), "b2": np.einsum("nc->c", dz)}
    grads |= {"W1": np.einsum("nd,nh->dh", x, dh), "b1": np.einsum("nh->h", dh)}
    return loss, grads


def gradient_check(f, x, grad, h=1e-5):
    errors = []
    iterator = np.nditer(x, flags=["multi_index"])
    while not iterator.finished:
        i = iterator.multi_index
        old = x[i].item()
        x[i] = old + h
        plus = f(x)
        x[i] = old - h
        minus = f(x)
        x[i] = old
        n = (plus - minus) / (2 * h)
        errors.append(abs(grad[i] - n) / max(1e-8, abs(grad[i]) + abs(n)))
        iterator.iternext()
    return max(errors)
