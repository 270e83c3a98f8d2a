"""A loop over sequences and positions that collects scalar tensors."""

import torch


def causal_lm_loss(logits, ids, pad_id=None):
    losses = []
    for rows, sequence in zip(logits, ids):
        for row, target in zip(rows, sequence[1:].tolist()):
            if target != pad_id:
                losses.append(row.logsumexp(0) - row[target])
    return torch.stack(losses).mean()
