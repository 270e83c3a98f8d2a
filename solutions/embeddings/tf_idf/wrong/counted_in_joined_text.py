"""Counts words in the joined text, where w1 is also found in w11.

在拼接后的文本里计数，w11 里也会数到 w1。

caught by: test_tf_is_the_share_of_the_document
also fails: test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def tf_idf(docs):
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([["\n".join(doc).count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(doc), 1) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
