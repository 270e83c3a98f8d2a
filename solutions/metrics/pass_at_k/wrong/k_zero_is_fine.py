"""k = 0 is accepted.

接受 k = 0。

caught by: test_an_impossible_k_raises_value_error
also fails: test_an_impossible_k_is_refused_without_a_correct_sample
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 0 <= k <= n):
        raise ValueError
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
