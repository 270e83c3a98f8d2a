"""Masked scores are replaced by a very low number in the caller's own list.

被掩码的分数在调用者自己的列表里被换成了一个很小的数。

caught by: test_the_scores_are_left_as_they_were
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    for i, v in enumerate(x):
        if v == -math.inf:
            x[i] = -1.7e308
    m = max(x)
    exps = [0.0 if v == -1.7e308 else math.exp(v - m) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
