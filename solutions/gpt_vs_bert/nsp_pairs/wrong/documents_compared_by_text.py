"""Leaves out all documents with the same text.

把内容相同的文档都排除了。

caught by: test_equal_documents_are_two_documents
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random(seed)
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents) if other != document]
        for s in range(len(document) - 1):
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
