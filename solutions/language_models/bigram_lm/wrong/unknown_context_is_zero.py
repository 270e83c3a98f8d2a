"""A context never seen gives 0 with smoothing, too.

上下文没见过时，即使有平滑也返回 0。

caught by: test_unknown_words_follow_the_formula
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
        if prev not in self.contexts:
            return 0.0
        return (self.pairs[prev, word] + self.k) / total

    def log_prob(self, sentence: list[str]) -> float:
        total = 0.0
        for prev, word in self._steps(sentence):
            p = self.prob(word, prev)
            if p == 0.0:
                return -math.inf
            total += math.log(p)
        return total

    def _steps(self, sentence: list[str]):
        return pairwise(['<BOS>', *sentence, '<EOS>'])
