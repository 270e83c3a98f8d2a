"""Averages the margins before the sigmoid.

先对差值取均值，再过 sigmoid。

caught by: test_the_loss_is_the_mean_over_pairs
also fails: test_gradients_reach_the_policy_only,
test_large_margins_are_stable, test_the_arguments_are_not_modified
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
    return -F.logsigmoid(beta * (pi - ref).mean())
