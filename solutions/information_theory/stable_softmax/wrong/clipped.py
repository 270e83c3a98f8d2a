"""Scores are clipped to where exp is safe, so all large ones become equal.

把分数截断到 exp 的安全范围，于是所有大分数变得一样大。

caught by: test_large_scores_do_not_overflow
also fails: test_very_negative_scores_do_not_underflow, test_random_scores_agree_with_the_reference
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    exps = [0.0 if v == -math.inf else math.exp(min(max(v, -700.0), 700.0)) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
