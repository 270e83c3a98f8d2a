"""Viterbi and the partition function of a linear-chain CRF.

Both go through the steps once and keep one number for each tag: what is known
of all paths that end there. Viterbi keeps the best score of them, the forward
algorithm the logarithm of the sum of exp(score). Only the max and the
logsumexp differ; the cost is T K^2 instead of K^T.
"""

import numpy as np

Array = np.ndarray


def viterbi(
    emissions: Array,
    transitions: Array,
    start: Array,
) -> tuple[list[int], float]:
    """Return the path with the greatest score, T tags, and its score."""
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
    total = start + emissions[0]  # (K,)
    for emission in emissions[1:]:
        through = total[:, None] + transitions  # (K, K), from i to j
        # logaddexp knows that -inf and -inf make -inf; x - x.max() is nan.
        total = np.logaddexp.reduce(through, axis=0) + emission  # (K,)
    return float(np.logaddexp.reduce(total))
