"""Written afresh in one function with a mask."""

import numpy as np


def sample(logits, temperature, top_k, top_p, uniform):
    if temperature == 0:
        return np.argmax(logits)
    if (top_k is not None and top_k < 1) or (top_p is not None and not 0 < top_p <= 1):
        raise ValueError("settings out of range")
    order = np.lexsort((np.arange(len(logits)), -logits))
    probs = np.exp((logits - logits.max()) / temperature)
    stays = np.zeros(len(logits), dtype=bool)
    stays[order[: len(logits) if top_k is None else top_k]] = True
    probs = np.where(stays, probs, 0.0)
    probs /= probs.sum()
    if top_p is not None:
        sums = np.cumsum(probs[order])
        probs[order[1:][sums[:-1] >= top_p]] = 0.0
        probs /= probs.sum()
    index = np.searchsorted(np.cumsum(probs), uniform, side="right")
    return int(min(index, np.flatnonzero(probs).max()))
