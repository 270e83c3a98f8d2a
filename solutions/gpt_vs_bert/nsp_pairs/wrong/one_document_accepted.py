"""Fails on one document only when a false pair is due, and not with a ValueError.

只有一个文档时，轮到生成假句对才出错，而且不是 ValueError。

caught by: test_fewer_than_two_documents_raise_value_error
"""

import random


def nsp_pairs(documents, seed):
    r = random.Random(seed)
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents) if i != d]
        for s in range(len(document) - 1):
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
