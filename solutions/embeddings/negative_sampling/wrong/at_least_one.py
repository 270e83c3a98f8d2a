"""Raises counts of 0 to 1.

把 0 次改成了 1 次。

caught by: test_a_word_that_never_occurs_is_never_drawn
"""

import numpy as np


def softplus(x):
    return np.logaddexp(0, x)


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def sgns_loss(center, context, negatives):
    positive, noise = context @ center, negatives @ center
    loss = softplus(-positive) + softplus(noise).sum()
    d_pos = sigmoid(positive) - 1
    d_neg = sigmoid(noise)
    d_center = d_pos * context + d_neg @ negatives
    return loss, d_center, d_pos * center, np.outer(d_neg, center)


def noise_distribution(counts, power=0.75):
    weights = np.maximum(counts, 1) ** power
    return weights / weights.sum()
