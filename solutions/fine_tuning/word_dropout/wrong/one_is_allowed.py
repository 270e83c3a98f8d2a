"""Allows a p outside [0, 1): 1, or a negative one.

允许了 [0, 1) 以外的 p：1 或负数。

caught by: test_a_probability_outside_the_range_is_an_error
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p <= 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(seed)
    kept = [token for token in tokens if rng.random() >= p]
    # The trap: a short sentence often loses all its tokens.
    if tokens and not kept:
        return [rng.choice(tokens)]
    return kept
