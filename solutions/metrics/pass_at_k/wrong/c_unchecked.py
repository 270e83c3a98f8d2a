"""c is not compared with n.

没有检查 c 是否超过 n。

caught by: test_an_impossible_c_raises_value_error
also fails: test_one_bad_pair_raises_value_error
"""

from math import comb


def pass_at_k(n, c, k):
    if c < 0 or not 1 <= k <= n:
        raise ValueError
    return 1 - comb(max(0, n - c), k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
