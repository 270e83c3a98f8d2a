"""Writes into the caller's arrays: -inf is replaced in place.

直接修改调用者的数组：就地替换了 -inf。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np

Array = np.ndarray


def viterbi(
    emissions: Array,
    transitions: Array,
    start: Array,
) -> tuple[list[int], float]:
    """Return the path with the greatest score, T tags, and its score."""
    for scores in (emissions, transitions, start):
        scores[np.isneginf(scores)] = -1e30
    best = start + emissions[0]  # (K,)
    pointers = []  # for each later step: where the best path to j came from
    for emission in emissions[1:]:
        through = best[:, None] + transitions  # (K, K), from i to j
        pointers.append(through.argmax(axis=0))  # (K,)
        best = through.max(axis=0) + emission  # (K,)

    # The trap: pointers are read from the last step to the first, starting
    # at the best last tag. The best tag of each step is another path.
    path = [int(best.argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return path[::-1], float(best.max())


def log_partition(
    emissions: Array,
    transitions: Array,
    start: Array,
) -> float:
    """Return the logarithm of the sum of exp(score) over all paths."""
    for scores in (emissions, transitions, start):
        scores[np.isneginf(scores)] = -1e30
    total = start + emissions[0]  # (K,)
    for emission in emissions[1:]:
        through = total[:, None] + transitions  # (K, K), from i to j
        # logaddexp knows that -inf and -inf make -inf; x - x.max() is nan.
        total = np.logaddexp.reduce(through, axis=0) + emission  # (K,)
    result = float(np.logaddexp.reduce(total))
    return result if result > -1e29 else -np.inf
