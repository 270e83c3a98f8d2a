"""Query by query on slices of the visible keys, sums in place of matrices."""

import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    dq = np.zeros(q.shape)
    dk = np.zeros(k.shape)
    dv = np.zeros(v.shape)
    for i in range(q.shape[0]):
        n = k.shape[0] - q.shape[0] + i + 1 if causal else k.shape[0]
        s = np.array([float(np.dot(q[i], k[j])) / math.sqrt(q.shape[1]) for j in range(n)])
        p = np.exp(s - np.max(s))
        p = p / np.sum(p)
        dp = np.array([float(np.dot(d_out[i], v[j])) for j in range(n)])
        ds = p * (dp - np.dot(p, dp)) / math.sqrt(q.shape[1])
        for j in range(n):
            dq[i] += ds[j] * k[j]
            dk[j] += ds[j] * q[i]
            dv[j] += p[j] * d_out[i]
    return dq, dk, dv
