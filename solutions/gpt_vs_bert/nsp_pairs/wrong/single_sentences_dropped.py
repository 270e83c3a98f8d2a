"""Drops documents of one sentence at the start.

一开始就丢掉了只有一句的文档。

caught by: test_a_document_of_one_sentence_serves_for_false_pairs
also fails: test_a_sentence_that_occurs_twice_has_two_successors
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random(seed)
    documents = [document for document in documents if len(document) > 1]
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents) if i != d]
        for s in range(len(document) - 1):
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
