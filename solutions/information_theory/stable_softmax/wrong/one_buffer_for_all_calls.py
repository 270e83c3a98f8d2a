"""The result is written into a buffer that all calls of the same length share.

结果写进了一个缓冲区，长度相同的调用共用它。

caught by: test_an_earlier_result_stays_as_it_was
"""

import math

import numpy as np

buffers = {}


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    result = buffers.setdefault(len(x), np.empty(len(x)))
    result[:] = exps
    result /= sum(exps)
    return result
