"""Problems with more samples weigh more in the mean.

样本多的题在均值里权重更大。

caught by: test_every_problem_has_the_same_weight
"""

import math


def pass_at_k(n, c, k):
    if k < 1 or k > n or not 0 <= c <= n:
        raise ValueError("need 1 <= k <= n and 0 <= c <= n")
    return 1.0 - math.comb(n - c, k) / math.comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError("no results")
    scores = [pass_at_k(n, c, k) * n for n, c in results]
    return sum(scores) / sum(n for n, _ in results)
