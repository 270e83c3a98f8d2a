"""Finds the row by docs.index, so a repeated document leaves a row of zeros.

用 docs.index 找行号，重复的文档就留下全 0 的一行。

caught by: test_equal_documents_have_equal_rows
"""

from collections import Counter

import numpy as np


def tf_idf(docs):
    total = len(docs)
    df = Counter(word for doc in docs for word in set(doc))
    words = sorted(df)
    weights = np.zeros((len(docs), len(words)))
    for doc in docs:
        row = docs.index(doc)
        for word, count in Counter(doc).items():
            weight = count / len(doc) * np.log(total / df[word])
            weights[row, words.index(word)] = weight
    return words, weights
