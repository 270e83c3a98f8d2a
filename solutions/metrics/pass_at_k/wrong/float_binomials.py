"""The binomials become floats before the division, and overflow.

相除之前把组合数转成了浮点数。

caught by: test_ten_thousand_samples_are_exact
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - float(comb(n - c, k)) / float(comb(n, k))


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
