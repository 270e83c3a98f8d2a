"""Labels with -100 for the padding, and F.cross_entropy with the classes in the second axis."""

import torch.nn.functional as F


def causal_lm_loss(logits, ids, pad_id=None):
    labels = ids[:, 1:].clone()
    if pad_id is not None:
        labels[labels == pad_id] = -100
    return F.cross_entropy(logits[:, :-1, :].transpose(1, 2), labels, ignore_index=-100)
