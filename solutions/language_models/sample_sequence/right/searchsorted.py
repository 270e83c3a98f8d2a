"""np.searchsorted on the right side over normalised probabilities; gives NumPy integers."""

import numpy as np


def sample_sequence(next_probs, eos, max_len, uniforms):
    ids = []
    for u in uniforms[:max_len]:
        p = np.asarray(next_probs(ids), dtype=np.float64)
        support = np.flatnonzero(p > 0)
        cdf = np.cumsum(p[support] / p.sum())
        ids.append(support[min(np.searchsorted(cdf, u, side="right"), len(support) - 1)])
        if ids[-1] == eos:
            break
    return ids
