"""The probabilities are multiplied and the logarithm is taken at the end, when the product is 0.

先把概率连乘，最后才取对数，而乘积早已是 0。

caught by: test_a_long_sentence_has_a_finite_logarithm
"""

import math
from collections import Counter
from itertools import pairwise


class BigramLM:

    def __init__(self, k: float=0.0):
        self.k = k
        self.pairs = Counter()
        self.contexts = Counter()
        self.vocab = set()

    def fit(self, corpus: list[list[str]]):
        for sentence in corpus:
            for prev, word in self._steps(sentence):
                self.pairs[prev, word] += 1
                self.contexts[prev] += 1
                self.vocab.add(word)

    def prob(self, word: str, prev: str) -> float:
        total = self.contexts[prev] + self.k * len(self.vocab)
        if total == 0:
            return 0.0
        return (self.pairs[prev, word] + self.k) / total

    def log_prob(self, sentence: list[str]) -> float:
        total = 1.0
        for prev, word in self._steps(sentence):
            p = self.prob(word, prev)
            if p == 0.0:
                return -math.inf
            total *= p
        return math.log(total) if total else -math.inf

    def _steps(self, sentence: list[str]):
        return pairwise(['<BOS>', *sentence, '<EOS>'])
