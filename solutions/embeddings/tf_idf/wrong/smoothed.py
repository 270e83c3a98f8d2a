"""Adds 1 to the idf, so that no word loses all its weight.

给 idf 加了 1，让词的权重不为 0。

caught by: test_a_word_of_every_document_has_no_weight
also fails: test_a_repeated_word_counts_once_in_df,
test_an_empty_document_counts_in_the_number_of_documents,
test_equal_documents_have_equal_rows, test_random_documents_agree_with_a_loop,
test_tf_is_the_share_of_the_document, test_the_documents_are_not_modified,
test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are,
test_the_weight_is_tf_times_idf
"""

import numpy as np


def tf_idf(docs):
    words = sorted({word for doc in docs for word in doc})
    counts = np.array([[doc.count(word) for word in words] for doc in docs], dtype=float)
    df = (counts > 0).sum(axis=0)
    lengths = np.array([max(len(doc), 1) for doc in docs])
    idf = np.log(len(docs) / df) + 1
    return words, counts / lengths[:, None] * idf
