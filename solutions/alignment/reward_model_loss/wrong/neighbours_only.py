"""Only neighbours are compared.

只比较了相邻的回答。

caught by: test_all_pairs_of_a_ranking_count_once
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
    return pairwise_loss(rewards[:-1], rewards[1:])
