"""Keeps the document frequencies in the class, so that all indexes add to the same.

把文档频率放在类属性里，所有索引都往同一个里加。

caught by: test_two_indexes_do_not_share_anything
also fails: test_a_repeated_query_term_counts_each_time,
test_an_empty_document_scores_0, test_empty_documents_count_in_the_mean,
test_long_documents_count_less, test_the_arguments_are_not_modified
"""

import math
from collections import Counter


class BM25:
    df = Counter()

    def __init__(self, docs, k1=1.5, b=0.75):
        if not docs:
            raise ValueError("no documents")
        self.k1 = k1
        self.b = b
        self.tf = [Counter(doc) for doc in docs]
        self.lengths = [len(doc) for doc in docs]
        self.mean = sum(self.lengths) / len(docs)
        for doc in docs:
            self.df.update(set(doc))

    def idf(self, term):
        df = self.df[term]
        return math.log(1 + (len(self.tf) - df + 0.5) / (df + 0.5))

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
