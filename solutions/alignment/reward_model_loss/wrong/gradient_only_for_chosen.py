"""The rejected rewards get no gradient: they are detached, or it becomes nan.

rejected 的奖励得不到梯度：被从计算图中分离了，或者梯度成了 nan。

caught by: test_gradients_push_the_rewards_apart
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(chosen - rejected.detach()).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
