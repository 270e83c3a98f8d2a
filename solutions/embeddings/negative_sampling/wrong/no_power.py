"""Uses relative frequencies, whatever the power.

不管指数是多少，都用相对频率。

caught by: test_noise_is_the_counts_to_the_power_of_three_quarters
also fails: test_the_arguments_are_not_modified, test_the_power_can_be_chosen
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
    weights = counts * 1.0
    return weights / weights.sum()
