"""Loops over single numbers with math; nested lists, turned into arrays at the end."""

import math

import numpy as np


def rnn_loss_grads(x, a0, targets, params):
    p = {name: value.tolist() for name, value in params.items()}
    A, I, O = len(a0), len(x[0]), len(p["b_y"])
    xs, states, dzs, loss = x.tolist(), [list(a0)], [], 0.0
    for x_t, target in zip(xs, targets):
        if target < 0 or target >= O:
            raise ValueError(f"bad target {target}")
        old = states[-1]
        a = []
        for i in range(A):
            s = p["b_a"][i]
            s += sum(p["W_aa"][i][j] * old[j] for j in range(A))
            s += sum(p["W_ax"][i][j] * x_t[j] for j in range(I))
            a.append(math.tanh(s))
        z = [sum(p["W_ya"][k][i] * a[i] for i in range(A)) + p["b_y"][k] for k in range(O)]
        top = max(z)
        norm = top + math.log(sum(math.exp(v - top) for v in z))
        loss += norm - z[target]
        dzs.append([math.exp(v - norm) - (k == target) for k, v in enumerate(z)])
        states.append(a)
    g = {name: np.zeros(value.shape) for name, value in params.items()}
    later = [0.0] * A
    for t in range(len(xs) - 1, -1, -1):
        a, old, dz = states[t + 1], states[t], dzs[t]
        ds = []
        for i in range(A):
            da = later[i] + sum(p["W_ya"][k][i] * dz[k] for k in range(O))
            ds.append((1 - a[i] * a[i]) * da)
        for k in range(O):
            g["b_y"][k] += dz[k]
            for i in range(A):
                g["W_ya"][k, i] += dz[k] * a[i]
        for i in range(A):
            g["b_a"][i] += ds[i]
            for j in range(A):
                g["W_aa"][i, j] += ds[i] * old[j]
            for j in range(I):
                g["W_ax"][i, j] += ds[i] * xs[t][j]
        later = [sum(p["W_aa"][i][j] * ds[i] for i in range(A)) for j in range(A)]
    return loss, g
