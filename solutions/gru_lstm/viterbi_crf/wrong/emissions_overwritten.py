"""Adds the start scores into the emissions of the caller.

把起始分数加进了调用者的 emissions。

caught by: test_the_arguments_are_not_modified
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


def log_partition(emissions, transitions, start):
    alpha = emissions[0]
    alpha += start
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
