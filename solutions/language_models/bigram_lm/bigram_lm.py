"""A bigram language model, written to be read.

P(word | prev) = (count(prev, word) + k) / (count(prev) + k V)

Both counts come from the same pairs, so that the probabilities of all words
after a `prev` sum to 1. That settles what is in V: whatever can stand second
in a pair, which is every word and <EOS>, but never <BOS>.
"""

import math
from collections import Counter
from itertools import pairwise


class BigramLM:
    """Predicts a word from the one before, with add-k smoothing."""

    def __init__(self, k: float = 0.0):
        self.k = k
        self.pairs = Counter()  # (prev, word) -> count
        self.contexts = Counter()  # prev -> count of pairs that begin so
        self.vocab = set()

    def fit(self, corpus: list[list[str]]):
        """Count the pairs of each sentence between <BOS> and <EOS>."""
        for sentence in corpus:
            for prev, word in self._steps(sentence):
                self.pairs[prev, word] += 1
                self.contexts[prev] += 1
                self.vocab.add(word)

    def prob(self, word: str, prev: str) -> float:
        """Return P(word | prev); 0.0 if k is 0 and prev was never seen."""
        total = self.contexts[prev] + self.k * len(self.vocab)
        if total == 0:
            return 0.0
        return (self.pairs[prev, word] + self.k) / total

    def log_prob(self, sentence: list[str]) -> float:
        """Return ln P(sentence), ``-inf`` if any step has probability 0."""
        # The trap: the product of a thousand probabilities underflows to 0.
        # A sum of logarithms does not, but log(0) raises.
        total = 0.0
        for prev, word in self._steps(sentence):
            p = self.prob(word, prev)
            if p == 0.0:
                return -math.inf
            total += math.log(p)
        return total

    def _steps(self, sentence: list[str]):
        # A new list: the sentence belongs to the caller.
        return pairwise(["<BOS>", *sentence, "<EOS>"])
