"""log_softmax, gather, and a weight of 0 for the padding."""

import torch


def causal_lm_loss(logits, ids, pad_id=None):
    log_p = torch.log_softmax(logits, dim=-1)
    nll = -log_p[:, :-1].gather(-1, ids[:, 1:].unsqueeze(-1)).squeeze(-1)
    weight = torch.ones_like(nll) if pad_id is None else (ids[:, 1:] != pad_id).to(nll.dtype)
    return (nll * weight).sum() / weight.sum()
