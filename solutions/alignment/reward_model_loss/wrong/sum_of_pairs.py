"""The losses of a batch are added, not averaged.

把一批的损失相加，而没有取平均。

caught by: test_pairs_are_averaged
also fails: test_all_pairs_of_a_ranking_count_once,
test_equal_rewards_are_a_pair_like_any_other,
test_gradients_push_the_rewards_apart
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(chosen - rejected).sum()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
