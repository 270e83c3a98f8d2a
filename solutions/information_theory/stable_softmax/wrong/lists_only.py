"""Insists on a list and on floats, though any sequence of numbers is allowed.

只接受 list 和 float，而契约允许任何由数组成的序列。

caught by: test_tuples_and_whole_numbers_are_welcome
also fails: test_huge_whole_numbers_are_scores_too
"""

import math


def softmax(x):
    if not isinstance(x, list) or not x or not all(isinstance(v, float) for v in x):
        raise ValueError("a non-empty list of floats is needed")
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    total = sum(exps)
    return [e / total for e in exps]
