"""The recursion for the lambda-returns first, the advantages as the difference; plain Python lists."""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    r, v, d = rewards.tolist(), values.tolist(), dones.tolist()
    returns = []
    after = v[-1]
    for t in range(len(r) - 1, -1, -1):
        if d[t]:
            after = r[t]
        else:
            after = r[t] + gamma * ((1 - lam) * v[t + 1] + lam * after)
        returns.insert(0, after)
    returns = np.array(returns)
    return returns - values[:-1], returns
