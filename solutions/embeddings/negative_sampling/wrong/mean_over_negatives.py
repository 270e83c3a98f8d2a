"""Averages over the negatives.

对负样本取了平均。

caught by: test_every_negative_counts_in_full
also fails: test_random_vectors_agree_with_a_loop
"""

import numpy as np


def softplus(x):
    return np.logaddexp(0, x)


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def sgns_loss(center, context, negatives):
    positive, noise = context @ center, negatives @ center
    loss = softplus(-positive) + softplus(noise).mean()
    d_pos = sigmoid(positive) - 1
    d_neg = sigmoid(noise) / len(noise)
    d_center = d_pos * context + d_neg @ negatives
    return loss, d_center, d_pos * center, np.outer(d_neg, center)


def noise_distribution(counts, power=0.75):
    weights = counts**power
    return weights / weights.sum()
