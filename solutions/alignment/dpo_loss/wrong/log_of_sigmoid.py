"""Takes the logarithm of sigmoid, which is -inf for a large negative margin.

对 sigmoid 取对数，差值是很大的负数时得到 -inf。

caught by: test_large_margins_are_stable
also fails: 
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    logits, labels = logits[:, :-1], labels[:, 1:]
    mask = labels != ignore_index
    logp = F.log_softmax(logits, dim=-1)
    logp = logp.gather(2, labels.masked_fill(~mask, 0).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -torch.sigmoid(beta * (pi - ref)).log().mean()
