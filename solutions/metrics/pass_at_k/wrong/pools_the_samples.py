"""The samples of all problems are pooled before the formula.

把所有题的样本加在一起计算。

caught by: test_every_problem_has_the_same_weight
also fails: test_an_impossible_k_is_refused_without_a_correct_sample,
test_one_bad_pair_raises_value_error, test_the_pairs_stay_as_they_are
"""

from math import comb


def pass_at_k(n, c, k):
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results, k):
    if not results:
        raise ValueError
    return pass_at_k(sum(n for n, _ in results), sum(c for _, c in results), k)
