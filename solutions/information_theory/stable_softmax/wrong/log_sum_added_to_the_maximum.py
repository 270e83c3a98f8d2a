"""The logarithm of the sum is added to the maximum first, where rounding swallows it for huge scores.

先把和的对数加到最大值上，分数极大时对数被舍入吞掉。

caught by: test_huge_scores_keep_their_shares
also fails: test_huge_whole_numbers_are_scores_too
"""

import math


def softmax(x):
    m = max(x)
    log_total = m + math.log(sum(math.exp(v - m) for v in x))
    return [math.exp(v - log_total) for v in x]
