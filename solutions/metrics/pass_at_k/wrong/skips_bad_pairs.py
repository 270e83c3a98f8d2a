"""Problems with too few samples are left out of the mean.

跳过了样本数不足的题。

caught by: test_one_bad_pair_raises_value_error
also fails: test_an_impossible_k_is_refused_without_a_correct_sample
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    kept = [pass_at_k(n, c, k) for n, c in results if n >= k]
    return sum(kept) / len(kept)
