"""Counts a repeated term of the query once.

查询里重复的词只算了一次。

caught by: test_a_repeated_query_term_counts_each_time
also fails: 
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
        return math.log(1 + (len(self.tf) - df + 0.5) / (df + 0.5))

    def scores(self, query):
        scores = []
        for tf, length in zip(self.tf, self.lengths):
            score = 0.0
            for term in set(query):
                if term not in tf:
                    continue
                norm = 1 - self.b + self.b * length / self.mean
                score += self.idf(term) * tf[term] * (self.k1 + 1) / (tf[term] + self.k1 * norm)
            scores.append(score)
        return scores
