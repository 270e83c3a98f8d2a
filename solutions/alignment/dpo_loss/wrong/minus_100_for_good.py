"""Ignores -100 whatever ignore_index says.

不管 ignore_index 是什么，只忽略 -100。

caught by: test_ignore_index_is_the_one_given
also fails: 
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    logits, labels = logits[:, :-1], labels[:, 1:]
    mask = labels != -100
    logp = F.log_softmax(logits, dim=-1)
    logp = logp.gather(2, labels.clamp(0, logits.shape[-1] - 1).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -F.logsigmoid(beta * (pi - ref)).mean()
