"""F.cross_entropy without reduction on transposed logits, which leaves ignored targets out; softplus for the loss."""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    losses = F.cross_entropy(
        logits[:, :-1].transpose(1, 2), labels[:, 1:], ignore_index=ignore_index, reduction="none"
    )
    return -losses.sum(dim=1)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    with torch.no_grad():
        ref_logratios = ref_chosen - ref_rejected
    logits = beta * (policy_chosen - policy_rejected - ref_logratios)
    return F.softplus(-logits).sum() / logits.numel()
