"""Reads transitions[i, j] as from j to i.

把 transitions[i, j] 当成从 j 到 i。

caught by: test_transitions_go_from_row_to_column
also fails: test_forbidden_paths_add_nothing,
test_the_best_path_avoids_what_is_forbidden,
test_the_best_path_of_a_thousand_steps,
test_the_partition_function_of_a_thousand_steps,
test_the_partition_function_sums_over_all_paths,
test_the_path_is_the_best_of_all
"""

import numpy as np


def viterbi(emissions, transitions, start):
    T, K = emissions.shape
    delta = start + emissions[0]
    back = np.zeros((T, K), dtype=int)
    for t in range(1, T):
        scores = delta[:, None] + transitions.T
        back[t] = scores.argmax(0)
        delta = scores.max(0) + emissions[t]
    path = [int(delta.argmax())]
    for t in range(T - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1], float(delta.max())


def log_partition(emissions, transitions, start):
    alpha = start + emissions[0]
    for emission in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions.T, axis=0) + emission
    return float(np.logaddexp.reduce(alpha))
