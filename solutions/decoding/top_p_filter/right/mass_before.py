"""A mask over the sorted tokens: one stays where the mass before it is below p."""

import numpy as np


def top_p_filter(logits, p):
    if not (0.0 < p <= 1.0):
        raise ValueError(f"p = {p}")
    shifted = logits - np.max(logits)
    probs = np.exp(shifted) / np.exp(shifted).sum()
    order = np.lexsort((np.arange(logits.size), -logits))
    cumulative = probs[order].cumsum()
    remove = np.concatenate(([False], cumulative[:-1] >= p))
    mask = np.zeros(logits.size, dtype=bool)
    mask[order] = remove
    out = logits.copy()
    out[mask] = -np.inf
    return out
