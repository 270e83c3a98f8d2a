"""Backpropagation through time, written to be read.

With z_t the logits and s_t the argument of tanh:

dz_t = y_t - one_hot(target_t)
da_t = W_ya^T dz_t + W_aa^T ds_{t+1}    its own output, and the next state
ds_t = (1 - a_t^2) * da_t
"""

import numpy as np

Array = np.ndarray


def rnn_loss_grads(
    x: Array,
    a0: Array,
    targets: Array,
    params: dict[str, Array],
) -> tuple[float, dict[str, Array]]:
    """Return the summed loss in nats, and its gradients for all parameters."""
    w_aa, w_ax, b_a = params["W_aa"], params["W_ax"], params["b_a"]
    w_ya, b_y = params["W_ya"], params["b_y"]
    # NumPy would take -1 as the last output without a word.
    if not all(0 <= target < len(b_y) for target in targets):
        raise ValueError(f"targets must be from 0 to {len(b_y) - 1}")

    loss, states, d_logits = 0.0, [a0], []
    for t in range(len(x)):
        a = np.tanh(w_aa @ states[t] + w_ax @ x[t] + b_a)  # (n_a,)
        z = w_ya @ a + b_y  # (n_y,)
        # The logarithm directly: a probability that underflows has none.
        log_y = z - np.logaddexp.reduce(z)
        loss -= log_y[targets[t]]
        dz = np.exp(log_y)
        dz[targets[t]] -= 1.0
        states.append(a)
        d_logits.append(dz)

    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    from_next = np.zeros(len(a0))  # nothing comes after the last state
    for t in reversed(range(len(x))):
        dz, a, a_prev = d_logits[t], states[t + 1], states[t]
        ds = (1.0 - a**2) * (w_ya.T @ dz + from_next)  # (n_a,)
        # The weights are the same in every step, so the steps add up.
        grads["W_ya"] += np.outer(dz, a)
        grads["b_y"] += dz
        grads["W_aa"] += np.outer(ds, a_prev)
        grads["W_ax"] += np.outer(ds, x[t])
        grads["b_a"] += ds
        from_next = w_aa.T @ ds
    return loss, grads
