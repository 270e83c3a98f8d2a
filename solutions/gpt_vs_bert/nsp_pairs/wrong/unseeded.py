"""Ignores the seed.

没有使用种子。

caught by: test_the_same_seed_gives_the_same_pairs
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random()
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents) if i != d]
        for s in range(len(document) - 1):
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
