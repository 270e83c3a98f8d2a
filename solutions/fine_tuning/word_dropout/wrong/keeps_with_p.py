"""Takes p for the probability of staying.

把 p 当成了留下的概率。

caught by: test_a_share_of_p_goes
also fails: test_a_short_sentence_loses_its_share,
test_the_ends_go_as_often_as_the_middle
"""

import random


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    # A generator of its own leaves the state of random as it was.
    rng = random.Random(seed)
    kept = [token for token in tokens if rng.random() < p or p == 0]
    # The trap: a short sentence often loses all its tokens.
    if tokens and not kept:
        return [rng.choice(tokens)]
    return kept
