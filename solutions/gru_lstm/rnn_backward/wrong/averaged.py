"""Averages over the steps instead of adding them up.

对各步求平均，而不是求和。

caught by: test_the_steps_are_summed_not_averaged
also fails: test_an_improbable_target_has_an_exact_loss,
test_one_hot_inputs_may_be_integers,
test_random_networks_have_the_gradients_of_their_loss,
test_the_gradient_flows_through_all_steps
"""

import numpy as np


def rnn_loss_grads(x, a0, targets, params):
    W_aa, W_ax, b_a = params["W_aa"], params["W_ax"], params["b_a"]
    W_ya, b_y = params["W_ya"], params["b_y"]
    if (targets < 0).any() or (targets >= len(b_y)).any():
        raise ValueError("target out of range")
    T = len(x)
    a, dz, loss = np.zeros((T + 1, len(a0))), np.zeros((T, len(b_y))), 0.0
    a[0] = a0
    for t in range(T):
        a[t + 1] = np.tanh(W_aa @ a[t] + W_ax @ x[t] + b_a)
        z = W_ya @ a[t + 1] + b_y
        z = z - z.max()
        log_p = z - np.log(np.exp(z).sum())
        loss -= log_p[targets[t]]
        dz[t] = np.exp(log_p)
        dz[t, targets[t]] -= 1
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    carry = np.zeros(len(a0))
    for t in range(T - 1, -1, -1):
        da = W_ya.T @ dz[t] + carry
        ds = (1 - a[t + 1] ** 2) * da
        grads["W_ya"] += np.outer(dz[t], a[t + 1])
        grads["b_y"] += dz[t]
        grads["W_aa"] += np.outer(ds, a[t])
        grads["W_ax"] += np.outer(ds, x[t])
        grads["b_a"] += ds
        carry = W_aa.T @ ds
    return loss / T, {name: grad / T for name, grad in grads.items()}
