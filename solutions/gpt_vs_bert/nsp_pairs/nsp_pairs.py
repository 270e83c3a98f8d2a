"""Pairs for next sentence prediction (Devlin et al. 2018), written to be
read.

One coin for each sentence that has a successor.
"""

import random
from itertools import pairwise


def nsp_pairs(
    documents: list[list[str]],
    seed: int,
) -> list[tuple[str, str, bool]]:
    """Return (first, second, is_next) for each sentence but the last."""
    if len(documents) < 2:
        raise ValueError("false pairs need a second document")

    rng = random.Random(seed)  # our own: other draws don't disturb it
    pairs = []
    for index, document in enumerate(documents):
        # The trap: compare indices, for two documents may be equal.
        others = documents[:index] + documents[index + 1 :]
        for first, following in pairwise(document):
            if rng.random() < 0.5:
                pairs.append((first, following, True))
            else:
                pairs.append((first, rng.choice(rng.choice(others)), False))
    return pairs
