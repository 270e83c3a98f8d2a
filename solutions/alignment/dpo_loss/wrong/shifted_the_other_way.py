"""Shifts the other way: position t is compared with label t - 1.

错位方向反了：位置 t 对的是第 t - 1 个标签。

caught by: test_position_t_predicts_label_t_plus_1
also fails: test_each_row_is_the_sum_over_its_labels,
test_ignore_index_is_the_one_given, test_sequence_logps_is_differentiable
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    logits, labels = logits[:, 1:], labels[:, :-1]
    mask = labels != ignore_index
    logp = F.log_softmax(logits, dim=-1)
    logp = logp.gather(2, labels.masked_fill(~mask, 0).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -F.logsigmoid(beta * (pi - ref)).mean()
