"""Joins the two words of a pair to one string, so (ab, c) and (a, bc) are counted together.

把词对的两个词直接拼成一个字符串，(ab, c) 和 (a, bc) 就算到一起了。

caught by: test_pairs_are_told_apart
"""

import math
from collections import Counter


class BigramLM:
    def __init__(self, k=0.0):
        self.k = k

    def fit(self, corpus):
        self.pairs, self.firsts, words = Counter(), Counter(), {"<EOS>"}
        for s in corpus:
            t = ["<BOS>", *s, "<EOS>"]
            words.update(s)
            self.firsts.update(t[:-1])
            self.pairs.update(a + b for a, b in zip(t, t[1:]))
        self.V = len(words)

    def prob(self, word, prev):
        d = self.firsts[prev] + self.k * self.V
        return (self.pairs[prev + word] + self.k) / d if d else 0.0

    def log_prob(self, sentence):
        t = ["<BOS>", *sentence, "<EOS>"]
        p = [self.prob(b, a) for a, b in zip(t, t[1:])]
        return sum(map(math.log, p)) if min(p) > 0 else -math.inf
