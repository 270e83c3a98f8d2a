"""The targets rolled by one, the last column ignored, NLLLoss as a module."""

import torch


def causal_lm_loss(logits, ids, pad_id=None):
    targets = torch.roll(ids, -1, dims=1)
    targets[:, -1] = -1
    if pad_id is not None:
        targets = targets.masked_fill(targets == pad_id, -1)
    criterion = torch.nn.NLLLoss(ignore_index=-1)
    return criterion(logits.log_softmax(-1).reshape(-1, logits.size(-1)), targets.reshape(-1))
