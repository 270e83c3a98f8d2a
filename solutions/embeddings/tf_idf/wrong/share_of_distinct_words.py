"""Divides by the number of distinct words of the document.

除以文档中不同词的个数。

caught by: test_tf_is_the_share_of_the_document
also fails: test_a_repeated_word_counts_once_in_df,
test_random_documents_agree_with_a_loop,
test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def tf_idf(docs):
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(set(doc)), 1) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
