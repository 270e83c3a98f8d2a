"""Keeps only the documents and counts everything when it is asked; nothing is stored."""

import math


class BM25:
    def __init__(self, docs, k1=1.5, b=0.75):
        if len(docs) == 0:
            raise ValueError("BM25 needs at least one document")
        self._docs, self._k1, self._b = [list(d) for d in docs], k1, b

    def idf(self, term):
        n = sum(1 for doc in self._docs if term in doc)
        return math.log1p((len(self._docs) - n + 0.5) / (n + 0.5))

    def scores(self, query):
        total = sum(len(doc) for doc in self._docs)
        out = []
        for doc in self._docs:
            score = 0.0
            for term in query:
                tf = doc.count(term)
                if tf == 0:
                    continue
                length = len(doc) * len(self._docs) / total
                score += self.idf(term) * tf * (self._k1 + 1) / (tf + self._k1 * (1 - self._b + self._b * length))
            out.append(score)
        return out
