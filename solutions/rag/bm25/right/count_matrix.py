"""A count matrix in NumPy, all weights at once, summed over the query's columns; returns an array."""

import numpy as np


class BM25:
    def __init__(self, docs, k1=1.5, b=0.75):
        if not docs:
            raise ValueError("empty collection")
        self.column = {}
        for doc in docs:
            for term in doc:
                self.column.setdefault(term, len(self.column))
        tf = np.zeros((len(docs), len(self.column)))
        for row, doc in enumerate(docs):
            for term in doc:
                tf[row, self.column[term]] += 1
        self.df = np.count_nonzero(tf, axis=0)
        length = tf.sum(axis=1, keepdims=True)
        norm = k1 * (1 - b + b * length / max(length.mean(), 1e-12))
        with np.errstate(invalid="ignore"):
            self.weights = np.where(tf > 0, tf * (k1 + 1) / (tf + norm), 0.0)

    def idf(self, term):
        df = self.df[self.column[term]] if term in self.column else 0
        return float(np.log1p((len(self.weights) - df + 0.5) / (df + 0.5)))

    def scores(self, query):
        total = np.zeros(len(self.weights))
        for term in query:
            if term in self.column:
                total = total + self.idf(term) * self.weights[:, self.column[term]]
        return total
