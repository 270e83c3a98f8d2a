"""Forgets the negatives in the gradient of the centre.

中心词的梯度漏掉了负样本。

caught by: test_positive_and_negative_scores_pull_in_opposite_directions
also fails: test_every_negative_counts_in_full,
test_random_vectors_agree_with_a_loop, test_the_arguments_are_not_modified,
test_wrong_decisions_at_1000_cost_1000
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
    d_center = d_pos * context
    return loss, d_center, d_pos * center, np.outer(d_neg, center)


def noise_distribution(counts, power=0.75):
    weights = counts**power
    return weights / weights.sum()
