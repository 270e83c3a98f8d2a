"""Generalized advantage estimation (Schulman et al. 2015).

delta_t = r_t + gamma (1 - done_t) V_{t+1} - V_t
A_t     = delta_t + gamma lam (1 - done_t) A_{t+1}

Without the recursion: A_t is the sum of (gamma lam)^k delta_{t+k} up to the
end of the episode.
"""

import numpy as np

Array = np.ndarray


def gae(
    rewards: Array,
    values: Array,
    dones: Array,
    gamma: float = 0.99,
    lam: float = 0.95,
) -> tuple[Array, Array]:
    """Return the advantages and the returns, both (T,)."""
    # The trap: done_t cuts two links, to the next value and to the next
    # advantage. It belongs to step t, not to step t + 1.
    live = 1.0 - dones  # (T,)
    delta = rewards + gamma * live * values[1:] - values[:-1]  # (T,)

    advantages = np.zeros(len(delta))  # (T,)
    following = 0.0  # the advantage of step t + 1; none after the last step
    for t in reversed(range(len(delta))):
        following = delta[t] + gamma * lam * live[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]
