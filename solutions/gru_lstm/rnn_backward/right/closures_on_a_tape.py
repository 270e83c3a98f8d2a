"""A tape: each forward step leaves a closure that takes the gradient of its state and gives that of the one before."""

import numpy as np


def rnn_loss_grads(x, a0, targets, params):
    grads = dict.fromkeys(params, 0.0)
    tape, total, state = [], 0.0, a0

    def step(x_t, target, old):
        new = np.tanh(params["W_aa"].dot(old) + params["W_ax"].dot(x_t) + params["b_a"])
        z = params["W_ya"].dot(new) + params["b_y"]
        norm = z.max() + np.log(np.sum(np.exp(z - z.max())))
        dz = np.exp(z - norm)
        dz[target] -= 1

        def back(d_new):
            d = (d_new + dz @ params["W_ya"]) * (1 - np.square(new))
            for name, share in [
                ("W_ya", dz[:, None] * new),
                ("b_y", dz),
                ("W_aa", np.einsum("i,j->ij", d, old)),
                ("W_ax", np.einsum("i,j->ij", d, x_t)),
                ("b_a", d),
            ]:
                grads[name] = grads[name] + share
            return d @ params["W_aa"]

        return new, norm - z[target], back

    for x_t, target in zip(x, targets):
        if not 0 <= target < params["b_y"].size:
            raise ValueError("target")
        state, loss, back = step(x_t, int(target), state)
        total += loss
        tape.append(back)
    gradient = np.zeros(a0.shape)
    while tape:
        gradient = tape.pop()(gradient)
    return total, grads
