"""The pairs are popped from the caller's list.

从调用者的列表中弹出了元素。

caught by: test_the_pairs_stay_as_they_are
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    count, total = len(results), 0.0
    while results:
        total += pass_at_k(*results.pop(), k)
    return total / count
