"""A generator with itertools; the false sentence is always from the document behind, the last one's from the first."""

import itertools
import random


def generate(documents, rng):
    for document, other in zip(documents, documents[1:] + documents[:1]):
        for first, second in itertools.pairwise(document):
            is_next = rng.getrandbits(1) == 1
            yield first, second if is_next else rng.choice(other), is_next


def nsp_pairs(documents, seed):
    if not documents or len(documents) == 1:
        raise ValueError("one document or none")
    return list(generate(documents, random.Random(seed)))
