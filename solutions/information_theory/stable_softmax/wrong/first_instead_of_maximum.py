"""The first score is subtracted instead of the largest.

减去的是第一个分数，而不是最大的分数。

caught by: test_the_largest_score_may_stand_anywhere
also fails: test_minus_infinity_may_come_first
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    exps = [math.exp(v - x[0]) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
