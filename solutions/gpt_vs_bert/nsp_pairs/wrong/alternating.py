"""Makes true and false pairs in turn.

真假句对轮流出现。

caught by: test_each_pair_is_decided_by_itself
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random(seed)
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents) if i != d]
        for s in range(len(document) - 1):
            if (len(pairs) + seed) % 2:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
