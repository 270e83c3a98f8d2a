"""The exponentials are kept in a dict by score, so equal scores are counted once in the sum.

用字典按分数保存指数，相等的分数在求和时只算一次。

caught by: test_equal_scores_each_get_their_own_share
also fails: test_an_earlier_result_stays_as_it_was,
test_huge_scores_keep_their_shares, test_huge_whole_numbers_are_scores_too
"""

import math


def softmax(x):
    m = max(x)
    exps = {v: math.exp(v - m) for v in x}
    total = sum(exps.values())
    return [exps[v] / total for v in x]
