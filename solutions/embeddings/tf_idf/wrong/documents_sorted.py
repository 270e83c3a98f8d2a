"""Sorts the caller's documents.

给调用者的文档排了序。

caught by: test_the_documents_are_not_modified
"""

import numpy as np


def tf_idf(docs):
    for doc in docs:
        doc.sort()
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(doc), 1) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
