"""Leaves the 1 out of the logarithm, so that common terms get a negative idf.

对数里少了 1，常见词的 idf 变成负数。

caught by: test_the_idf_of_common_and_unknown_terms
also fails: test_a_repeated_query_term_counts_each_time,
test_a_repeated_term_counts_once_in_df, test_an_empty_document_scores_0,
test_empty_documents_count_in_the_mean, test_long_documents_count_less,
test_random_documents_agree_with_a_loop, test_repeated_terms_saturate,
test_the_arguments_are_not_modified, test_two_indexes_do_not_share_anything
"""

import math
from collections import Counter


class BM25:
    def __init__(self, docs, k1=1.5, b=0.75):
        if not docs:
            raise ValueError("no documents")
        self.k1 = k1
        self.b = b
        self.tf = [Counter(doc) for doc in docs]
        self.lengths = [len(doc) for doc in docs]
        self.mean = sum(self.lengths) / len(docs)
        self.df = Counter()
        for doc in docs:
            self.df.update(set(doc))

    def idf(self, term):
        df = self.df[term]
        return math.log((len(self.tf) - df + 0.5) / (df + 0.5))

    def scores(self, query):
        scores = []
        for tf, length in zip(self.tf, self.lengths):
            score = 0.0
            for term in query:
                if term not in tf:
                    continue
                norm = 1 - self.b + self.b * length / self.mean
                score += self.idf(term) * tf[term] * (self.k1 + 1) / (tf[term] + self.k1 * norm)
            scores.append(score)
        return scores
