"""A scorer class; n-grams become numbers by np.unique, counts are arrays; gives a NumPy scalar."""

import numpy as np


class Scorer:
    def __init__(self, references, max_n):
        if not references:
            raise ValueError("references are missing")
        self.references = references
        self.max_n = max_n

    def precision(self, candidate, n):
        texts = [candidate, *self.references]
        grams = [[repr(text[i : i + n]) for i in range(len(text) - n + 1)] for text in texts]
        if not grams[0]:
            return 0.0
        names = np.unique(np.concatenate([np.array(g, dtype=object) for g in grams]))
        counts = np.array([[g.count(name) for name in names] for g in grams])
        return np.minimum(counts[0], counts[1:].max(axis=0)).sum() / counts[0].sum()

    def __call__(self, candidate):
        p = np.array([self.precision(candidate, n) for n in range(1, self.max_n + 1)])
        if (p == 0).any():
            return np.float64(0.0)
        lengths = np.sort([len(reference) for reference in self.references])
        r = lengths[np.argmin(np.abs(lengths - len(candidate)))]
        return np.exp(np.log(p).mean() + min(0.0, 1 - r / len(candidate)))


def sentence_bleu(references, candidate, max_n=4):
    return Scorer(references, max_n)(candidate)
