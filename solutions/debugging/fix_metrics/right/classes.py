"""A class for each metric; logarithms throughout."""

import math
from collections import Counter

from torch import nn


class Classification:
    def __init__(self, logits, labels):
        self.loss = float(nn.NLLLoss()(logits.log_softmax(1), labels))
        self.accuracy = float((logits.max(1).indices == labels).double().mean())


class Bleu:
    def __init__(self, refs, hyp):
        self.refs, self.hyp = refs, hyp

    def log_precision(self, n):
        def count(t):
            return Counter(" ".join(t[i : i + n]) for i in range(len(t) - n + 1))

        said, refs = count(self.hyp), [count(r) for r in self.refs]
        hits = sum(min(k, max(r[g] for r in refs)) for g, k in said.items())
        return math.log(hits / sum(said.values())) if hits else -math.inf

    def score(self):
        logs = [self.log_precision(n) for n in (1, 2, 3, 4)]
        if -math.inf in logs:
            return 0.0
        c = len(self.hyp)
        r = min((len(x) for x in self.refs), key=lambda m: abs(m - c) + m * 1e-9)
        return math.exp(min(0.0, 1 - r / c) + math.fsum(logs) / 4)


def report(logits, labels, references, candidates):
    c = Classification(logits, labels)
    scores = [Bleu(*pair).score() for pair in zip(references, candidates)]
    return dict(cross_entropy=c.loss, perplexity=math.exp(c.loss), accuracy=c.accuracy, bleu=math.fsum(scores) / len(scores))
