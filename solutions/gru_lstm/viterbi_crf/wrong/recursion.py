"""Recurses over the steps, a thousand calls deep.

按步递归，嵌套一千层。

caught by: test_the_best_path_of_a_thousand_steps
also fails: 
"""

from functools import lru_cache

import numpy as np


def viterbi(emissions, transitions, start):
    @lru_cache(maxsize=None)
    def best(t, j):
        if t == 0:
            return start[j] + emissions[0, j], (j,)
        options = [(best(t - 1, i)[0] + transitions[i, j], best(t - 1, i)[1]) for i in range(len(start))]
        score, path = max(options, key=lambda option: option[0])
        return score + emissions[t, j], path + (j,)

    score, path = max((best(len(emissions) - 1, j) for j in range(len(start))), key=lambda option: option[0])
    return list(path), float(score)


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
