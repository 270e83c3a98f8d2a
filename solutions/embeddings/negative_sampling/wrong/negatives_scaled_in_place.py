"""Scales the negatives in place.

原地缩放了负样本。

caught by: test_the_arguments_are_not_modified
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
    negatives *= d_neg[:, None]
    return loss, d_center, d_pos * center, np.outer(d_neg, center)


def noise_distribution(counts, power=0.75):
    weights = counts**power
    return weights / weights.sum()
