"""Draws the false sentence from all documents, its own included.

假句对的第二句从所有文档中抽取，包括自己的文档。

caught by: test_false_pairs_come_from_another_document
also fails: test_a_document_of_one_sentence_serves_for_false_pairs
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random(seed)
    pairs = []
    for d, document in enumerate(documents):
        others = [other for i, other in enumerate(documents)]
        for s in range(len(document) - 1):
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], True))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), False))
    return pairs
