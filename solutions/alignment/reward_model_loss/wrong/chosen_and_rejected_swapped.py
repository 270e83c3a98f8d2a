"""The difference is rejected − chosen.

差写成了 rejected − chosen。

caught by: test_the_loss_of_one_pair
also fails: test_all_pairs_of_a_ranking_count_once,
test_gradients_push_the_rewards_apart, test_large_differences_stay_finite,
test_pairs_are_averaged, test_the_order_is_that_of_the_positions
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(rejected - chosen).mean()


def ranking_loss(rewards):
    K = len(rewards)
    if K < 2:
        raise ValueError("at least two answers are needed")
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
