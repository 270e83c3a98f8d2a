"""Leaves out a fixed number of tokens.

去掉的个数是固定的。

caught by: test_a_short_sentence_loses_its_share
also fails: test_the_ends_go_as_often_as_the_middle
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(seed)
    gone = set(rng.sample(range(len(tokens)), int(p * len(tokens))))
    kept = [token for i, token in enumerate(tokens) if i not in gone]
    # The trap: a short sentence often loses all its tokens.
    if tokens and not kept:
        return [rng.choice(tokens)]
    return kept
