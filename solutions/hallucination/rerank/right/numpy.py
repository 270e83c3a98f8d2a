"""NumPy sums and a stable argsort; scores are NumPy scalars."""

import numpy as np


def rerank(candidates, alpha=0.6):
    if any(len(lp) == 0 for _, lp in candidates):
        raise ValueError("a candidate has no tokens")
    n = np.array([len(lp) for _, lp in candidates])
    scores = np.array([np.sum(lp) for _, lp in candidates]) / np.power((5 + n) / 6, alpha)
    return [(candidates[i][0], scores[i]) for i in np.argsort(-scores, kind="stable")]
