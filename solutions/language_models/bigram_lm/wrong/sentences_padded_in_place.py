"""The markers are inserted into the caller's own sentences.

把首尾标记插进了调用者自己的句子里。

caught by: test_the_arguments_are_not_modified
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
        total = 0.0
        for prev, word in self._steps(sentence):
            p = self.prob(word, prev)
            if p == 0.0:
                return -math.inf
            total += math.log(p)
        return total

    def _steps(self, sentence: list[str]):
        if sentence[:1] != ['<BOS>']:
            sentence.insert(0, '<BOS>')
            sentence.append('<EOS>')
        return pairwise(sentence)
