"""A NumPy mask for the whole sentence; the first token survives."""

import numpy as np


def word_dropout(tokens, p, seed):
    if p < 0 or p >= 1:
        raise ValueError("p")
    mask = np.random.default_rng(seed).random(len(tokens)) < p
    if len(tokens) and mask.all():
        mask[0] = False
    return [token for token, gone in zip(tokens, mask) if not gone]
