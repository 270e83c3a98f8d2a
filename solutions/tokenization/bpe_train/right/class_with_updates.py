"""A trainer class that updates the pair counts next to each merge and never counts again."""

from collections import defaultdict


class Trainer:
    def __init__(self, word_counts):
        self.words = [list(word) for word in word_counts]
        self.times = list(word_counts.values())
        self.pairs = defaultdict(int)
        self.where = defaultdict(set)
        for number in range(len(self.words)):
            self.count(number, 1)

    def count(self, number, sign):
        word = self.words[number]
        for pair in zip(word, word[1:]):
            self.pairs[pair] += sign * self.times[number]
            self.where[pair].add(number)
            if not self.pairs[pair]:
                del self.pairs[pair]

    def step(self):
        most = max(self.pairs.values())
        pair = min(p for p, n in self.pairs.items() if n == most)
        for number in sorted(self.where[pair]):
            self.count(number, -1)
            merge_in_place(self.words[number], pair)
            self.count(number, 1)
        return pair


def merge_in_place(tokens, pair):
    i = 0
    while i < len(tokens) - 1:
        if tokens[i] == pair[0] and tokens[i + 1] == pair[1]:
            tokens[i : i + 2] = [pair[0] + pair[1]]
        i += 1


def train_bpe(word_counts, num_merges):
    trainer, merges = Trainer(word_counts), []
    while len(merges) < num_merges and trainer.pairs:
        merges.append(trainer.step())
    return merges


def apply_bpe(word, merges):
    tokens = list(word)
    for pair in merges:
        merge_in_place(tokens, pair)
    return tokens
