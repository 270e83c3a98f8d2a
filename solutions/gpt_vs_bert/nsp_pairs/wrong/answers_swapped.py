"""Calls the next sentence False and the other one True.

把下一句标成 False，把别的句子标成 True。

caught by: test_true_pairs_hold_the_next_sentence
also fails: test_a_document_of_one_sentence_serves_for_false_pairs,
test_a_sentence_that_occurs_twice_has_two_successors,
test_false_pairs_come_from_another_document
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
            if r.random() < 0.5:
                pairs.append((document[s], document[s + 1], False))
            else:
                pairs.append((document[s], r.choice(r.choice(others)), True))
    return pairs
