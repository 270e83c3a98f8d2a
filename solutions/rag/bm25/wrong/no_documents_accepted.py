"""Builds an index of no documents.

没有文档也照样建了索引。

caught by: test_no_documents_are_an_error
also fails: 
"""

import math
from collections import Counter


class BM25:
    def __init__(self, docs, k1=1.5, b=0.75):
        self.k1 = k1
        self.b = b
        self.tf = [Counter(doc) for doc in docs]
        self.lengths = [len(doc) for doc in docs]
        self.mean = sum(self.lengths) / max(len(docs), 1)
        self.df = Counter()
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
