"""The probabilities overwrite the caller's scores.

概率直接写回了调用者的分数列表。

caught by: test_the_scores_are_left_as_they_were
also fails: test_tuples_and_whole_numbers_are_welcome, test_huge_whole_numbers_are_scores_too
"""

import math


def softmax(x):
    m = max(x)
    for i in range(len(x)):
        x[i] = math.exp(x[i] - m)
    total = sum(x)
    for i in range(len(x)):
        x[i] /= total
    return x
