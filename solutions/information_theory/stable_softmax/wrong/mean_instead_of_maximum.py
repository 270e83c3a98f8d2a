"""The mean is subtracted: it centres the scores, but one far above the others still overflows.

减去的是平均值：分数居中了，但某个分数远大于其余时仍会溢出。

caught by: test_the_largest_score_may_stand_anywhere
also fails: test_huge_scores_keep_their_shares, test_huge_whole_numbers_are_scores_too
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    finite = [v for v in x if v != -math.inf]
    mean = sum(v / len(finite) for v in finite)
    exps = [math.exp(v - mean) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
