"""Compares position t with label t: nothing is shifted.

没有错位：拿位置 t 去对第 t 个标签。

caught by: test_position_t_predicts_label_t_plus_1
also fails: test_an_ignored_label_adds_0_whatever_the_logits,
test_each_row_is_the_sum_over_its_labels, test_ignore_index_is_the_one_given,
test_sequence_logps_is_differentiable, test_the_arguments_are_not_modified
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    mask = labels != ignore_index
    logp = F.log_softmax(logits, dim=-1)
    logp = logp.gather(2, labels.masked_fill(~mask, 0).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -F.logsigmoid(beta * (pi - ref)).mean()
