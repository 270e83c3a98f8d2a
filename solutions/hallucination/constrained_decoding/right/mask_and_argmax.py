"""A mask of -inf and np.argmax; the ids are NumPy integers."""

import numpy as np


def constrained_greedy(next_logits, allowed, eos_id, max_len):
    out = []
    for _ in range(max_len):
        ok = list(allowed(out))
        if len(ok) == 0:
            return out
        logits = next_logits(out)
        masked = np.full(logits.shape, -np.inf)
        masked[ok] = logits[ok]
        out.append(np.argmax(masked))
        if out[-1] == eos_id:
            return out
    return out
