"""Minus infinity is replaced by -1e9, which is not below every finite score.

把负无穷换成 -1e9，但有限分数可能比它更小。

caught by: test_minus_infinity_is_below_every_finite_score
"""

import math


def softmax(x):
    scores = [-1e9 if v == -math.inf else v for v in x]
    m = max(scores)
    exps = [math.exp(v - m) for v in scores]
    total = sum(exps)
    return [e / total for e in exps]
