"""Turns tokens into lower case.

把 token 转成了小写。

caught by: test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def tf_idf(docs):
    docs = [[word.lower() for word in doc] for doc in docs]
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(doc), 1) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
