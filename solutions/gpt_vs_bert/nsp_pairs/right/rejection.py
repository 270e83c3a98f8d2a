"""Draws from all sentences until one comes from another document; shuffles the pairs at the end."""

import random


def nsp_pairs(documents, seed):
    if len(documents) <= 1:
        raise ValueError(f"{len(documents)} documents")
    random.seed(seed)
    everything = [(d, sentence) for d, document in enumerate(documents) for sentence in document]
    pairs = []
    for d, document in enumerate(documents):
        for s in range(len(document) - 1):
            if random.randint(0, 1):
                pairs.append((document[s], document[s + 1], True))
                continue
            other = d
            while other == d:
                other, sentence = random.choice(everything)
            pairs.append((document[s], sentence, False))
    random.shuffle(pairs)
    return pairs
