"""Makes exactly half of the pairs true, so the pairs are not independent.

恰好一半的句对为真，句对之间就不独立了。

caught by: test_each_pair_is_decided_by_itself
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError
    rng = random.Random(seed)
    places = [(d, s) for d, document in enumerate(documents) for s in range(len(document) - 1)]
    rng.shuffle(places)
    pairs = []
    for n, (d, s) in enumerate(places):
        if n < len(places) / 2:
            pairs.append((documents[d][s], documents[d][s + 1], True))
        else:
            other = documents[rng.choice([j for j in range(len(documents)) if j != d])]
            pairs.append((documents[d][s], rng.choice(other), False))
    return pairs
