"""Takes the logarithm of a sigmoid.

先算 sigmoid，再取对数。

caught by: test_wrong_decisions_at_1000_cost_1000
"""

import numpy as np


def softplus(x):
    return np.logaddexp(0, x)


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def sgns_loss(center, context, negatives):
    positive, noise = context @ center, negatives @ center
    loss = -np.log(sigmoid(positive)) - np.log(sigmoid(-noise)).sum()
    d_pos = sigmoid(positive) - 1
    d_neg = sigmoid(noise)
    d_center = d_pos * context + d_neg @ negatives
    return loss, d_center, d_pos * center, np.outer(d_neg, center)


def noise_distribution(counts, power=0.75):
    weights = counts**power
    return weights / weights.sum()
