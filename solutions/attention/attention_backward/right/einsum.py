"""einsum for every product; the row's sum from d_out ∗ out."""

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = len(k)
    s = np.einsum("td,sd->ts", q, k) / np.sqrt(d)
    if causal:
        allowed = np.arange(S)[None, :] <= np.arange(T)[:, None] + S - T
        s = np.where(allowed, s, -np.inf)
    p = np.exp(s - s.max(-1, keepdims=True))
    p /= p.sum(-1, keepdims=True)
    out = np.einsum("ts,sv->tv", p, v)
    delta = np.sum(d_out * out, axis=-1, keepdims=True)
    ds = p * (np.einsum("tv,sv->ts", d_out, v) - delta) / np.sqrt(d)
    return np.einsum("ts,sd->td", ds, k), np.einsum("ts,td->sd", ds, q), np.einsum("ts,tv->sv", p, d_out)
