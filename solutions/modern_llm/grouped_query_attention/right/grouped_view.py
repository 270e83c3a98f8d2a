"""Views the queries as (B, Hkv, G, T, d) and broadcasts keys and values; an additive mask."""

import math

import torch


def grouped_query_attention(q, k, v):
    b, hq, t, d = q.shape
    hkv = k.size(1)
    g, rest = divmod(hq, hkv)
    if rest:
        raise ValueError("Hq must be a multiple of Hkv")
    q = q.reshape(b, hkv, g, t, d)
    scores = torch.matmul(q, k.unsqueeze(2).mT) * (1 / math.sqrt(d))
    mask = torch.full((t, t), -math.inf, dtype=q.dtype).triu(1)
    return torch.matmul((scores + mask).softmax(-1), v.unsqueeze(2)).reshape(b, hq, t, d)
