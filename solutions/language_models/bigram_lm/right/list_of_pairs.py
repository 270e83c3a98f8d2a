"""A plain list of all pairs, counted anew for each probability; a product kept in range by frexp."""

import math


class BigramLM:
    def __init__(self, k=0.0):
        self.k = k
        self._pairs = []

    def fit(self, corpus):
        for sentence in corpus:
            for i in range(len(sentence) + 1):
                first = sentence[i - 1] if i else "<BOS>"
                self._pairs.append((first, sentence[i] if i < len(sentence) else "<EOS>"))

    def prob(self, word, prev):
        seen = sum(1 for p, _ in self._pairs if p == prev)
        if not seen and not self.k:
            return 0.0
        V = len({w for _, w in self._pairs})
        return (self._pairs.count((prev, word)) + self.k) / (seen + self.k * V)

    def log_prob(self, sentence):
        mantissa, exponent, prev = 1.0, 0, "<BOS>"
        for word in [*sentence, "<EOS>"]:
            mantissa, more = math.frexp(mantissa * self.prob(word, prev))
            exponent, prev = exponent + more, word
        return math.log(mantissa) + exponent * math.log(2) if mantissa else -math.inf
