"""Divides 0 by 0 for an empty document.

空文档算成了 0 除以 0。

caught by: test_an_empty_document_is_a_row_of_zeros
"""

import numpy as np


def tf_idf(docs):
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([len(doc) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
