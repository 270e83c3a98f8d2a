"""A Counter per context, and the logarithms summed with fsum over a list."""

import math
from collections import Counter, defaultdict


class BigramLM:
    def __init__(self, k=0.0):
        self.k = k

    def fit(self, corpus):
        self.after = defaultdict(Counter)
        words = {"<EOS>"}
        for sentence in corpus:
            words |= set(sentence)
            prev = "<BOS>"
            for word in sentence + ["<EOS>"]:
                self.after[prev][word] += 1
                prev = word
        self.V = len(words)
        return self

    def prob(self, word, prev):
        followers = self.after.get(prev, Counter())
        try:
            return (followers[word] + self.k) / (sum(followers.values()) + self.k * self.V)
        except ZeroDivisionError:
            return 0.0

    def log_prob(self, sentence):
        words = ["<BOS>"] + sentence + ["<EOS>"]
        probs = [self.prob(b, a) for a, b in zip(words, words[1:])]
        return math.fsum(map(math.log, probs)) if all(probs) else float("-inf")
