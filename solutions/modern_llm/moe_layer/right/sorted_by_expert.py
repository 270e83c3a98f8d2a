"""Sorts all choices by expert and splits; one concatenation and one scatter at the end."""

import torch


def route(logits, k):
    n, e = logits.shape
    if k < 1 or k > e:
        raise ValueError(f"1 <= k <= {e}")
    order = logits.argsort(dim=1, descending=True)[:, :k]
    picked = logits.gather(1, order)
    return (picked - picked.logsumexp(1, keepdim=True)).exp(), order


def moe(x, gate, experts, k):
    weights, chosen = route(torch.einsum("nd,ed->ne", x, gate), k)
    flat = chosen.reshape(-1)
    order = flat.argsort(stable=True)
    token = order // k
    sizes = flat.bincount(minlength=len(experts)).tolist()
    parts = [expert(part) for expert, part in zip(experts, x[token].split(sizes)) if len(part)]
    weighted = torch.cat(parts) * weights.reshape(-1)[order][:, None]
    return torch.zeros_like(x).index_add_(0, token, weighted)


def load_balance_loss(logits, experts):
    hot = torch.nn.functional.one_hot(experts, logits.size(-1)).to(logits.dtype)
    return logits.size(-1) * hot.mean((0, 1)).dot(logits.softmax(-1).mean(0))
