"""An inverted index: postings of (document, ready weight) for each term, so that a query only reads what matches."""

import math
from collections import Counter, defaultdict


class BM25:
    def __init__(self, docs, k1=1.5, b=0.75):
        if not docs:
            raise ValueError("no documents")
        self.n = len(docs)
        average = sum(len(doc) for doc in docs) / self.n
        self.postings = defaultdict(list)
        for number, doc in enumerate(docs):
            for term, tf in Counter(doc).items():
                saturated = tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(doc) / average))
                self.postings[term].append((number, saturated))

    def idf(self, term):
        df = len(self.postings.get(term, ()))
        return math.log((self.n + 1) / (df + 0.5))

    def scores(self, query):
        result = [0.0] * self.n
        for term, times in Counter(query).items():
            for number, weight in self.postings.get(term, ()):
                result[number] += times * self.idf(term) * weight
        return result
