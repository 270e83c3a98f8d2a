"""The starter's shape kept, with a list of filters and log-probabilities."""

import numpy as np


def log_softmax(x):
    return x - np.logaddexp.reduce(x)


def cut(logits, order, n):
    out = logits.copy()
    out[order[n:]] = -np.inf
    return out


def sample(logits, temperature, top_k, top_p, uniform):
    if temperature == 0:
        return int(logits.argmax())
    logits = logits / temperature
    order = np.argsort(-logits, kind="mergesort")
    if top_k is not None:
        if top_k < 1:
            raise ValueError("top_k")
        logits = cut(logits, order, top_k)
    if top_p is not None:
        if not 0 < top_p <= 1:
            raise ValueError("top_p")
        sums = np.cumsum(np.exp(log_softmax(logits))[order])
        logits = cut(logits, order, 1 + np.count_nonzero(sums < top_p))
    probs = np.exp(log_softmax(logits))
    hits = np.nonzero(np.cumsum(probs) > uniform)[0]
    return int(hits[0]) if hits.size else int(np.nonzero(probs)[0][-1])
