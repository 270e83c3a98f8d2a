"""The formula is that of drawing with replacement: 1 - (1 - c/n)^k.

按有放回抽样计算。

caught by: test_small_counts_agree_with_listing_all_draws
also fails: test_every_problem_has_the_same_weight,
test_ten_thousand_samples_are_exact, test_the_limits,
test_the_pairs_stay_as_they_are
"""

import math


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - (1 - c / n) ** k


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
