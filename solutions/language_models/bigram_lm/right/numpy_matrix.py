"""A matrix of counts over indexed words, logarithms of NumPy with the warning silenced."""

import numpy as np


class BigramLM:
    def __init__(self, k=0.0):
        self.k = k

    def fit(self, corpus):
        self.columns = {"<EOS>": 0}
        for sentence in corpus:
            for word in sentence:
                self.columns.setdefault(word, len(self.columns))
        self.rows = {word: i for i, word in enumerate([*self.columns, "<BOS>"])}
        self.counts = np.zeros((len(self.rows), len(self.columns)))
        for sentence in corpus:
            for a, b in zip(["<BOS>", *sentence], [*sentence, "<EOS>"]):
                self.counts[self.rows[a], self.columns[b]] += 1

    def prob(self, word, prev):
        row = self.counts[self.rows[prev]] if prev in self.rows else np.zeros(len(self.columns))
        pair = row[self.columns[word]] if word in self.columns else 0.0
        total = row.sum() + self.k * len(self.columns)
        return (pair + self.k) / total if total else 0.0

    def log_prob(self, sentence):
        probs = [self.prob(b, a) for a, b in zip(["<BOS>", *sentence], [*sentence, "<EOS>"])]
        with np.errstate(divide="ignore"):
            return np.log(probs).sum()
