"""list.count in comprehensions, straight from the definition."""

import numpy as np


def tf_idf(docs):
    vocabulary = sorted(set().union(*docs))
    n = len(docs)
    idf = np.array([np.log(n) - np.log(sum(w in d for d in docs)) for w in vocabulary])
    tf = np.array([[d.count(w) / (len(d) or 1) for w in vocabulary] for d in docs])
    return vocabulary, tf * idf
