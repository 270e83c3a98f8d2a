"""Cuts the log-probabilities off from the gradient.

把对数概率从计算图中切断了。

caught by: test_sequence_logps_is_differentiable
also fails: 
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    logits, labels = logits[:, :-1], labels[:, 1:]
    mask = labels != ignore_index
    logp = F.log_softmax(logits, dim=-1)
    logp = logp.gather(2, labels.masked_fill(~mask, 0).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1).detach()


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -F.logsigmoid(beta * (pi - ref)).mean()
