"""All ordered pairs are compared, so each one counts in both directions.

比较了所有有序对，每一对都算了两个方向。

caught by: test_all_pairs_of_a_ranking_count_once
also fails: test_the_order_is_that_of_the_positions
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(chosen - rejected).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.where(~torch.eye(K, dtype=torch.bool))
    return pairwise_loss(rewards[i], rewards[j])
