"""With exactly k wrong samples the result is 1, as if there were fewer than k.

错误样本恰好 k 个时，当成了不足 k 个。

caught by: test_small_counts_agree_with_listing_all_draws
also fails: test_ten_thousand_samples_are_exact, test_the_limits
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    if n - c <= k:
        return 1.0
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
