"""One pass with a running maximum that starts at -inf: a first score of -inf makes -inf - -inf, which is nan.

单遍扫描，运行最大值从 -inf 开始：第一个分数是 -inf 时出现 -inf - -inf，即 nan。

caught by: test_minus_infinity_may_come_first
"""

import math


def softmax(x):
    if len(x) == 0:
        raise ValueError("empty")
    top, total = -math.inf, 0.0
    for v in x:
        new_top = max(top, v)
        total = total * math.exp(top - new_top) + math.exp(v - new_top)
        top = new_top
    return [math.exp(v - top) / total for v in x]
