"""The mean over no problem is 0 instead of an error.

没有题目时返回 0，而不是抛出异常。

caught by: test_no_problem_raises_value_error
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        return 0.0
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
