"""Cumulative sums over a (T, d, dv) array."""

import numpy as np


def linear_attention(q, k, v, causal=False):
    fq = np.where(q > 0, q + 1, np.exp(q))
    fk = np.where(k > 0, k + 1, np.exp(k))
    kv = fk[:, :, None] * v[:, None, :]
    if causal:
        kv, z = np.cumsum(kv, axis=0), np.cumsum(fk, axis=0)
        return np.einsum("td,tde->te", fq, kv) / np.einsum("td,td->t", fq, z)[:, None]
    return fq @ kv.sum(axis=0) / (fq @ fk.sum(axis=0))[:, None]
