"""Raises relative frequencies to the power and doesn't normalise again, so the sum is not 1.

把相对频率取幂之后没有重新归一化，总和不是 1。

caught by: test_noise_is_the_counts_to_the_power_of_three_quarters
also fails: test_a_word_that_never_occurs_is_never_drawn,
test_the_arguments_are_not_modified, test_the_power_can_be_chosen
"""

import numpy as np


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sgns_loss(center, context, negatives):
    pos = context @ center
    neg = negatives @ center
    loss = np.logaddexp(0.0, -pos) + np.logaddexp(0.0, neg).sum()
    g_pos = _sigmoid(pos) - 1
    g_neg = _sigmoid(neg)
    d_center = g_pos * context + g_neg @ negatives
    d_context = g_pos * center
    d_negatives = np.outer(g_neg, center)
    return float(loss), d_center, d_context, d_negatives


def noise_distribution(counts, power=0.75):
    freq = np.asarray(counts, dtype=float) / np.sum(counts)
    return freq ** power
