"""In log-space: accumulated log-sums of sorted log-probabilities against ln p."""

import numpy as np


def top_p_filter(logits, p):
    if p > 1 or p <= 0:
        raise ValueError("0 < p <= 1")
    order = np.argsort(-logits, kind="mergesort")
    log_probs = logits[order] - np.logaddexp.reduce(logits)
    sums = np.logaddexp.accumulate(log_probs)
    below = int(np.count_nonzero(sums < np.log(p)))
    kept = order[: below + 1]
    return np.where(np.isin(np.arange(len(logits)), kept), logits, -np.inf)
