"""A single answer gives nan instead of an error.

只有一个回答时返回 nan，没有报错。

caught by: test_fewer_than_two_answers_are_no_ranking
"""


import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return -F.logsigmoid(chosen - rejected).mean()


def ranking_loss(rewards):
    K = len(rewards)
    i, j = torch.triu_indices(K, K, offset=1)
    return pairwise_loss(rewards[i], rewards[j])
