"""Looks the sentence up with list.index, which finds its first occurrence only.

用 list.index 查找句子，只能找到第一次出现的位置。

caught by: test_a_sentence_that_occurs_twice_has_two_successors
"""

import random


def nsp_pairs(documents, seed):
    if len(documents) < 2:
        raise ValueError
    rng = random.Random(seed)
    pairs = []
    for d, document in enumerate(documents):
        others = [s for j, o in enumerate(documents) if j != d for s in o]
        for sentence in document[:-1]:
            if rng.random() < 0.5:
                pairs.append((sentence, document[document.index(sentence) + 1], True))
            else:
                pairs.append((sentence, rng.choice(others), False))
    return pairs
