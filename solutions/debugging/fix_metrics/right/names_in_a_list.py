"""The starter with the smallest changes."""

import math
from collections import Counter

import torch.nn.functional as F


def report(logits, labels, references, candidates):
    loss = F.cross_entropy(logits, labels)
    perplexity = math.exp(loss)
    hits = logits.argmax(dim=-1) == labels
    accuracy = hits.double().mean().item()
    scores = [sentence_bleu(r, c) for r, c in zip(references, candidates, strict=True)]
    names = ["cross_entropy", "perplexity", "accuracy", "bleu"]
    return dict(zip(names, [loss.item(), perplexity, accuracy, sum(scores) / len(scores)]))


def sentence_bleu(references, candidate):
    product = 1.0
    for n in range(1, 5):
        said, allowed = ngrams(candidate, n), Counter()
        for reference in references:
            allowed |= ngrams(reference, n)
        matches = (said & allowed).total()
        if matches == 0:
            return 0.0
        product *= matches / said.total()
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return min(1.0, math.exp(1 - r / c)) * product**0.25


def ngrams(tokens, n):
    return Counter(zip(*(tokens[i:] for i in range(n))))
