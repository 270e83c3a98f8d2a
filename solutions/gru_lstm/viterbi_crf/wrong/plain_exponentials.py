"""Works with plain exponentials, which overflow.

直接用指数计算，会溢出。

caught by: test_large_scores_are_stable
also fails: test_the_partition_function_of_a_thousand_steps
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
    alpha = np.exp(start + emissions[0])
    for emission in emissions[1:]:
        alpha = (alpha @ np.exp(transitions)) * np.exp(emission)
    return float(np.log(alpha.sum()))
