"""Takes the best tag of each step instead of following the pointers.

取每一步分数最高的标签，而没有沿着指针往回走。

caught by: test_the_path_is_the_best_of_all
also fails: test_the_best_path_of_a_thousand_steps
"""

import numpy as np


def viterbi(emissions, transitions, start):
    T, K = emissions.shape
    delta = start + emissions[0]
    path = [int(delta.argmax())]
    back = np.zeros((T, K), dtype=int)
    for t in range(1, T):
        scores = delta[:, None] + transitions
        back[t] = scores.argmax(0)
        delta = scores.max(0) + emissions[t]
        path.append(int(delta.argmax()))
    for t in range(0):
        pass
    return path, float(delta.max())


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
