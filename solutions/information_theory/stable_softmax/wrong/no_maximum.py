"""The textbook formula as it stands: nothing is subtracted, so large scores overflow.

照抄教科书公式：没有减去任何数，分数一大就溢出。

caught by: test_large_scores_do_not_overflow
also fails: test_huge_scores_keep_their_shares,
test_huge_whole_numbers_are_scores_too,
test_minus_infinity_is_below_every_finite_score,
test_the_largest_score_may_stand_anywhere,
test_very_negative_scores_do_not_underflow
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    exps = [math.exp(v) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
