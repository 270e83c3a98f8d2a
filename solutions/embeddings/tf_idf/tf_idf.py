"""TF-IDF (Manning et al. 2008, section 6.2), written to be read.

weight(d, w) = count(d, w) / len(d) * ln(N / df(w))
"""

import numpy as np

Array = np.ndarray


def tf_idf(docs: list[list[str]]) -> tuple[list[str], Array]:
    """Return the sorted vocabulary and the matrix (N, V) of weights."""
    words = sorted({word for doc in docs for word in doc})
    column = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(docs), len(words)))  # (N, V)
    for row, doc in enumerate(docs):
        for word in doc:
            counts[row, column[word]] += 1

    # The trap: df counts documents, so a word that is repeated in one document
    # counts once. And an empty document must not divide 0 by 0.
    df = (counts > 0).sum(axis=0)  # (V,)
    lengths = np.array([max(len(doc), 1) for doc in docs])  # (N,)
    return words, counts / lengths[:, None] * np.log(len(docs) / df)
