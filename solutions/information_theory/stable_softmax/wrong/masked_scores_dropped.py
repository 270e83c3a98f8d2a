"""Scores of minus infinity are filtered out instead of getting 0.0.

把负无穷的分数过滤掉了，而不是给它 0.0。

caught by: test_minus_infinity_gets_exactly_zero
also fails: test_minus_infinity_is_below_every_finite_score,
test_minus_infinity_may_come_first, test_the_scores_are_left_as_they_were
"""

import math


def softmax(x):
    finite = [v for v in x if v != -math.inf]
    m = max(finite)
    exps = [math.exp(v - m) for v in finite]
    total = sum(exps)
    return [e / total for e in exps]
