"""Works in float32, which can neither hold huge scores nor keep the differences of large ones.

用 float32 计算：既装不下极大的分数，也保不住大分数之间的差。

caught by: test_huge_scores_keep_their_shares
also fails: test_large_scores_do_not_overflow, test_very_negative_scores_do_not_underflow,
test_random_scores_agree_with_the_reference
"""

import numpy as np


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    scores = np.asarray(x, dtype=np.float32)
    exps = np.exp(scores - scores.max())
    return (exps / exps.sum()).astype(float)
