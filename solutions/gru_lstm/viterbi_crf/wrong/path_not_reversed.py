"""Returns the path from the last step to the first.

返回的路径是从最后一步到第一步的。

caught by: test_transitions_go_from_row_to_column
also fails: test_start_counts_once,
test_the_best_path_avoids_what_is_forbidden,
test_the_best_path_of_a_thousand_steps, test_the_path_is_the_best_of_all
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
    return path, float(delta.max())


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
