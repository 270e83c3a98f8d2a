"""Takes a gamma of 0 for a missing one.

把 gamma = 0 当成没有给。

caught by: test_gamma_may_be_0_or_1
also fails: 
"""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    gamma = gamma or 0.99
    T = len(rewards)
    advantages = np.zeros(T)
    running = 0.0
    for t in range(T - 1, -1, -1):
        live = 1.0 - dones[t]
        delta = rewards[t] + gamma * live * values[t + 1] - values[t]
        running = delta + gamma * lam * live * running
        advantages[t] = running
    returns = advantages + values[:-1]
    return advantages, returns
