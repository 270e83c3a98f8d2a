"""np.unique for the vocabulary, np.add.at for the counts."""

import numpy as np


def tf_idf(docs):
    tokens = [t for d in docs for t in d]
    rows = np.repeat(np.arange(len(docs)), [len(d) for d in docs])
    words, columns = np.unique(np.array(tokens, dtype=object), return_inverse=True)
    counts = np.zeros((len(docs), len(words)))
    np.add.at(counts, (rows, columns), 1)
    total = counts.sum(1, keepdims=True)
    tf = np.divide(counts, total, out=np.zeros_like(counts), where=total > 0)
    return list(words), tf * -np.log(np.count_nonzero(counts, axis=0) / len(docs))
