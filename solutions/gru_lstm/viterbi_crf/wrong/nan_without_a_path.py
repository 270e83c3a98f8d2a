"""Subtracts the maximum in the log-sum-exp, also where it is -inf: nan.

logsumexp 里最大值是 -inf 时也去减它，得到 nan。

caught by: test_without_a_path_the_partition_function_is_minus_infinity
also fails: test_forbidden_paths_add_nothing
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
    top = x.max(0)
    return np.log(np.exp(x - top).sum(0)) + top


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = logsumexp(alpha[:, None] + transitions) + emission
    return float(logsumexp(alpha))
