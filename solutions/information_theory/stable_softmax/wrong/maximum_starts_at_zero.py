"""The search for the maximum starts at 0, so it stays 0 where all scores are negative.

找最大值时从 0 开始，所有分数为负时最大值就停在 0。

caught by: test_very_negative_scores_do_not_underflow
also fails: test_huge_scores_keep_their_shares,
test_minus_infinity_is_below_every_finite_score
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    m = 0.0
    for v in x:
        if v > m:
            m = v
    exps = [math.exp(v - m) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
