"""Takes the logarithm of softmax, which is -inf for an improbable label.

对 softmax 取对数，标签概率太小时得到 -inf。

caught by: test_an_improbable_label_has_a_finite_log_probability
also fails: 
"""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    logits, labels = logits[:, :-1], labels[:, 1:]
    mask = labels != ignore_index
    logp = torch.softmax(logits, dim=-1).log()
    logp = logp.gather(2, labels.masked_fill(~mask, 0).unsqueeze(2)).squeeze(2)
    return logp.masked_fill(~mask, 0.0).sum(1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = policy_chosen - policy_rejected
    ref = (ref_chosen - ref_rejected).detach()
    return -F.logsigmoid(beta * (pi - ref)).mean()
