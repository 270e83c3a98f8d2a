"""An empty sequence gives an empty list instead of an error.

空序列返回了空列表，而不是抛出异常。

caught by: test_an_empty_sequence_raises_value_error
"""

import math


def softmax(x):
    if not x:
        return []
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
