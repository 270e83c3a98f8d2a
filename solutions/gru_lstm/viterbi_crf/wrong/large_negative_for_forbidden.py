"""Replaces -inf by -1e4, which other scores can undercut.

把 -inf 换成 -1e4，而别的分数可能比它还低。

caught by: test_the_best_path_avoids_what_is_forbidden
also fails: test_without_a_path_the_partition_function_is_minus_infinity
"""

import numpy as np


def viterbi(emissions, transitions, start):
    T, K = emissions.shape
    emissions, transitions, start = (np.maximum(x, -1e4) for x in (emissions, transitions, start))
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
    emissions, transitions, start = (np.maximum(x, -1e4) for x in (emissions, transitions, start))
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
