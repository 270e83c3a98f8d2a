"""Deletes from the caller's list.

直接从调用者的列表里删除。

caught by: test_the_tokens_stay_as_they_were
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(seed)
    kept = [token for token in tokens if rng.random() >= p]
    if tokens and not kept:
        kept = [rng.choice(tokens)]
    tokens[:] = kept
    return tokens
