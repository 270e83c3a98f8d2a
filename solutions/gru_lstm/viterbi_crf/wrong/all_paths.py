"""Goes through all K^T paths.

把 K^T 条路径全都列举一遍。

caught by: test_the_partition_function_of_a_thousand_steps
also fails: test_the_best_path_of_a_thousand_steps
"""

from itertools import product

import numpy as np


def scores(emissions, transitions, start):
    T, K = emissions.shape
    for path in product(range(K), repeat=T):
        score = start[path[0]] + emissions[0, path[0]]
        for t in range(1, T):
            score = score + transitions[path[t - 1], path[t]] + emissions[t, path[t]]
        yield score, path


def viterbi(emissions, transitions, start):
    score, path = max(scores(emissions, transitions, start))
    return list(path), float(score)


def log_partition(emissions, transitions, start):
    total = -np.inf
    for score, _ in scores(emissions, transitions, start):
        total = np.logaddexp(total, score)
    return float(total)
