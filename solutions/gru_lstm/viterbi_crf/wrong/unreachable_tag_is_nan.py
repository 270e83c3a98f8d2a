"""Asks whether all paths are forbidden, but not whether all that lead to one tag are.

只判断了是否所有路径都被禁止，没有判断到达某个标签的路径是否都被禁止。

caught by: test_forbidden_paths_add_nothing
also fails: 
"""

import numpy as np


def viterbi(emissions, transitions, start):
    T, K = emissions.shape
    delta = start + emissions[0]
    back = np.zeros((T, K), dtype=int)
    for t in range(1, T):
        scores = delta[:, None] + transitions
        back[t] = scores.argmax(0)
        delta = scores.max(0) + emissions[t]
    path = [int(delta.argmax())]
    for t in range(T - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1], float(delta.max())


def logsumexp(x):
    if np.isneginf(x).all():
        return np.full(x.shape[1:], -np.inf)
    top = x.max(0)
    return np.log(np.exp(x - top).sum(0)) + top


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = logsumexp(alpha[:, None] + transitions) + emission
    return float(logsumexp(alpha))
