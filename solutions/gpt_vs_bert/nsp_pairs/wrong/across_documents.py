"""Joins all documents, so the last sentence of one is followed by the first of the next.

把所有文档连成一串，于是一个文档的最后一句后面接着下一个文档的第一句。

caught by: test_one_pair_for_every_sentence_with_a_successor
also fails: test_a_document_of_one_sentence_serves_for_false_pairs,
test_a_sentence_that_occurs_twice_has_two_successors,
test_different_seeds_give_different_pairs, test_each_pair_is_decided_by_itself,
test_equal_documents_are_two_documents,
test_false_pairs_come_from_another_document, test_half_of_the_pairs_are_true,
test_the_documents_are_not_modified, test_the_same_seed_gives_the_same_pairs,
test_true_pairs_hold_the_next_sentence
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError("two documents")
    r = random.Random(seed)
    pairs = []
    flat = [(d, sentence) for d, document in enumerate(documents) for sentence in document]
    for (d, first), (_, second) in zip(flat, flat[1:]):
        others = [other for i, other in enumerate(documents) if i != d]
        if r.random() < 0.5:
            pairs.append((first, second, True))
        else:
            pairs.append((first, r.choice(r.choice(others)), False))
    return pairs
