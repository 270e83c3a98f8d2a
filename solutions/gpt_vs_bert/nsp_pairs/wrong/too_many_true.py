"""Takes the true sentence in 80 % of the cases.

80% 的情况取了真正的下一句。

caught by: test_half_of_the_pairs_are_true
also fails: test_each_pair_is_decided_by_itself
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
            if r.random() < 0.8:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
