"""log(sigmoid(x)) in two steps overflows to infinity.

分两步算 log(sigmoid(x))，会变成无穷大。

caught by: test_large_differences_stay_finite
also fails: test_gradients_push_the_rewards_apart
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -torch.log(torch.sigmoid(chosen - rejected)).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
