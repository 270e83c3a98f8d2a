"""V counts <BOS>, which never comes next.

V 里算进了 <BOS>，而它不会是下一个词。

caught by: test_smoothing_adds_k_to_every_pair
also fails: test_the_chain_runs_from_the_beginning_to_the_end,
test_unknown_words_follow_the_formula
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
                self.vocab.update((prev, word))

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
        return pairwise(['<BOS>', *sentence, '<EOS>'])
