"""Always uses the same seed.

永远用同一个种子。

caught by: test_another_seed_gives_another_result
also fails: test_a_short_sentence_loses_its_share,
test_the_ends_go_as_often_as_the_middle
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(0)
    kept = [token for token in tokens if rng.random() >= p]
    # The trap: a short sentence often loses all its tokens.
    if tokens and not kept:
        return [rng.choice(tokens)]
    return kept
