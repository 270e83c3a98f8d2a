"""Adds logarithms with fsum and ends with expm1; statistics.mean raises on its own."""

import math
import statistics


def pass_at_k(n, c, k):
    if min(c, n - c, k - 1, n - k) < 0:
        raise ValueError
    if n - c < k:
        return 1.0
    return -math.expm1(math.fsum(math.log1p(-k / i) for i in range(n - c + 1, n + 1)))


def mean_pass_at_k(results, k):
    return statistics.mean(pass_at_k(*pair, k) for pair in results)
