"""Decides once for each distinct word.

相同的词只决定一次。

caught by: test_a_share_of_p_goes
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(seed)
    stays = {token: rng.random() >= p for token in dict.fromkeys(tokens)}
    kept = [token for token in tokens if stays[token]]
    # The trap: a short sentence often loses all its tokens.
    if tokens and not kept:
        return [rng.choice(tokens)]
    return kept
