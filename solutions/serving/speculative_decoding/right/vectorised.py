"""All ratios at once; the first rejection by argmax; searchsorted for the draw."""

import numpy as np


def speculative_step(draft, target, tokens, uniforms):
    k = len(tokens)
    index = np.arange(k), np.asarray(tokens, dtype=int)
    ratios = np.minimum(1.0, target[:k][index] / draft[index])
    u = np.asarray(uniforms, dtype=float)
    rejected = np.flatnonzero(~(u[:k] < ratios))
    n = int(rejected[0]) if rejected.size else k
    probs = target[n] if n == k else np.clip(target[n] - draft[n], 0, None)
    cumulative = np.cumsum(probs / probs.sum())
    chosen = min(int(np.searchsorted(cumulative, u[n + (n < k)], side="right")), int(np.flatnonzero(probs)[-1]))
    return list(tokens[:n]) + [chosen]
