"""Draws again until something is left; the global generator, seeded."""

import random


def word_dropout(tokens, p, seed):
    if not (0.0 <= p < 1.0):
        raise ValueError(f"p = {p}")
    if not tokens:
        return []
    random.seed(seed)
    while True:
        kept = tuple(t for t in tokens if random.random() > p)
        if kept:
            return kept
