"""Python loops: a dict from expert to its tokens, results collected for each token and stacked."""

import torch


def route(logits, k):
    if k <= 0 or k > logits.shape[1]:
        raise ValueError("k")
    best = [sorted(range(len(row)), key=lambda e: row[e].item(), reverse=True)[:k] for row in logits]
    experts = torch.tensor(best)
    return torch.stack([torch.softmax(row[e], 0) for row, e in zip(logits, experts)]), experts


def moe(x, gate, experts, k):
    weights, chosen = route(x @ gate.T, k)
    groups = {}
    for n, row in enumerate(chosen.tolist()):
        for j, e in enumerate(row):
            groups.setdefault(e, []).append((n, j))
    shares = [[] for _ in x]
    for e, members in groups.items():
        results = experts[e](torch.stack([x[n] for n, _ in members]))
        for (n, j), result in zip(members, results):
            shares[n].append(weights[n, j] * result)
    return torch.stack([sum(share) for share in shares])


def load_balance_loss(logits, experts):
    total = 0.0
    p = logits.softmax(1)
    for e in range(logits.shape[1]):
        total = total + (experts == e).double().mean() * p[:, e].mean()
    return total * logits.shape[1]
