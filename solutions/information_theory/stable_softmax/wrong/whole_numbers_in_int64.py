"""The array keeps whole numbers as 64-bit integers, whose differences wrap round and which hold nothing larger.

数组把整数存成 64 位整型：差值会溢出回绕，更大的整数也装不下。

caught by: test_huge_whole_numbers_are_scores_too
"""

import numpy as np


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    scores = np.array(x)
    exps = np.exp(scores - scores.max())
    return exps / exps.sum()
