"""An epsilon in the logarithm limits the loss, and its gradient vanishes.

在对数里加了 epsilon，损失被截断，梯度也消失了。

caught by: test_large_differences_stay_finite
also fails: test_gradients_push_the_rewards_apart, test_the_loss_of_one_pair
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -torch.log(torch.sigmoid(chosen - rejected) + 1e-12).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
