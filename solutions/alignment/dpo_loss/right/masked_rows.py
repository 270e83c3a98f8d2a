"""Keeps only the rows that count with a Boolean mask and adds them up with index_add; logaddexp for the loss."""

import torch


def sequence_logps(logits, labels, ignore_index=-100):
    shifted = torch.roll(labels, shifts=-1, dims=1)
    mask = shifted.ne(ignore_index)
    mask[:, -1] = False
    rows, targets = logits[mask], shifted[mask]
    logp = rows.log_softmax(1)[torch.arange(len(targets)), targets]
    owner = mask.nonzero()[:, 0]
    return torch.zeros(len(labels), dtype=logits.dtype).index_add(0, owner, logp)


class Preference:
    def __init__(self, beta):
        self.beta = beta

    def reward(self, policy, reference):
        return self.beta * (policy - reference.detach())

    def loss(self, chosen, rejected):
        return torch.logaddexp(torch.zeros_like(chosen), rejected - chosen).mean()


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    preference = Preference(beta)
    return preference.loss(
        preference.reward(policy_chosen, ref_chosen), preference.reward(policy_rejected, ref_rejected)
    )
