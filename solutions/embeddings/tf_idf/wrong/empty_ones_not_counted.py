"""Leaves empty documents out of N.

N 里没有算上空文档。

caught by: test_an_empty_document_counts_in_the_number_of_documents
"""

from collections import Counter

import numpy as np


def tf_idf(docs):
    total = sum(1 for doc in docs if doc)
    df = Counter(word for doc in docs for word in set(doc))
    words = sorted(df)
    weights = np.zeros((len(docs), len(words)))
    for row, doc in enumerate(docs):
        for word, count in Counter(doc).items():
            weight = count / len(doc) * np.log(total / df[word])
            weights[row, words.index(word)] = weight
    return words, weights
