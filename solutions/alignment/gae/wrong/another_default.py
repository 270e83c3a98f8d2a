"""Takes 1 for the default of lam.

把 lam 的默认值写成了 1。

caught by: test_the_defaults
also fails: 
"""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=1.0):
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
