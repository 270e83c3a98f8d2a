"""Lists the vocabulary in order of appearance.

词表按出现顺序排列。

caught by: test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
also fails: test_random_documents_agree_with_a_loop,
test_the_documents_are_not_modified
"""

import numpy as np


def tf_idf(docs):
    words = list(dict.fromkeys(word for doc in docs for word in doc))
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(doc), 1) for doc in docs])
    idf = np.log(len(docs) / df)
    return words, counts / lengths[:, None] * idf
