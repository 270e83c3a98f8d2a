"""Retrieval by cosine similarity, written to be read.

similarity(q, p) = q . p / (|q| |p|)

The length of the query divides all similarities alike, so it changes no
ranking, and there is no need to divide by it.
"""

import numpy as np

Array = np.ndarray


def retrieve(query: Array, passages: Array, k: int) -> list[int]:
    """Return the k most similar passages, ties by lower index."""
    lengths = np.linalg.norm(passages, axis=1)  # (N,)
    # The first trap: 0/0 is NaN, and a NaN is ranked last. With a
    # divisor of 1 a passage of zeros has the similarity 0 that it should.
    lengths[lengths == 0.0] = 1.0
    similarity = passages @ query / lengths  # (N,)
    # The second trap: argsort(similarity)[::-1] reverses the ties.
    ranking = np.argsort(-similarity, kind="stable")
    return ranking[:k].tolist()
