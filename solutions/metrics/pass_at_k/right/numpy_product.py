"""NumPy: the product of 1 - k/i over the c correct samples."""

import numpy as np


def pass_at_k(n, c, k):
    if not 1 <= k <= n or c not in range(n + 1):
        raise ValueError(f"n={n} c={c} k={k}")
    if n - c < k:
        return 1.0
    return 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError("no results")
    return np.mean([pass_at_k(n, c, k) for n, c in results])
