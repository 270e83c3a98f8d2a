"""Pairs with equal rewards are left out.

跳过了奖励相等的对。

caught by: test_equal_rewards_are_a_pair_like_any_other
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(chosen - rejected).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    differ = rewards[i] != rewards[j]
    return pairwise_loss(rewards[i][differ], rewards[j][differ])
