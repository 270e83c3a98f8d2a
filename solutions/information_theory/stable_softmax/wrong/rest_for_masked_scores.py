"""Every share is kept away from 0 by a tiny rest, so that its logarithm exists: masked scores get it, too.

为了能取对数，给每个份额都留下一点点残余：被掩码的分数也得到了它。

caught by: test_minus_infinity_gets_exactly_zero
also fails: test_each_of_several_masked_scores_gets_exactly_zero
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    total = sum(exps)
    return [max(e / total, 1e-12) for e in exps]
