"""Loops over rows and labels with logsumexp; the loss as binary cross-entropy against ones."""

import torch
import torch.nn.functional as F


def sequence_logps(logits, labels, ignore_index=-100):
    sums = []
    for row_logits, row_labels in zip(logits, labels):
        total = logits.new_zeros(())
        for t, label in enumerate(row_labels.tolist()[1:]):
            if label == ignore_index:
                continue
            total = total + row_logits[t, label] - torch.logsumexp(row_logits[t], dim=0)
        sums.append(total)
    return torch.stack(sums)


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    margins = []
    for pc, pr, rc, rr in zip(policy_chosen, policy_rejected, ref_chosen.tolist(), ref_rejected.tolist()):
        margins.append(beta * ((pc - rc) - (pr - rr)))
    margins = torch.stack(margins)
    return F.binary_cross_entropy_with_logits(margins, torch.ones_like(margins))
