"""Viterbi and the partition function of a linear-chain CRF.

The statement holds the contract.
"""

import numpy as np

Array = np.ndarray


def viterbi(
    emissions: Array,
    transitions: Array,
    start: Array,
) -> tuple[list[int], float]:
    """Return the path with the greatest score, T tags, and its score."""
    raise NotImplementedError


def log_partition(
    emissions: Array,
    transitions: Array,
    start: Array,
) -> float:
    """Return the logarithm of the sum of exp(score) over all paths."""
    raise NotImplementedError
