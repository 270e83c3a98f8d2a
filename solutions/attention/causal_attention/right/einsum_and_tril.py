"""einsum, and a lower triangle with an offset; a very negative number instead of -inf."""

import torch


def causal_attention(q, k, v):
    Tq, Tk = q.size(2), k.size(2)
    if Tq > Tk:
        raise ValueError("Tq must not exceed Tk")
    scores = torch.einsum("bhqd,bhkd->bhqk", q, k) * q.size(3) ** -0.5
    allowed = torch.tril(torch.ones(Tq, Tk), diagonal=Tk - Tq)
    scores = scores.masked_fill(allowed == 0, -1e9)
    return torch.einsum("bhqk,bhkd->bhqd", scores.softmax(-1), v)
