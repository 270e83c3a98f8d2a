"""N-grams are joined to one string, so different ones look the same.

把 n-gram 拼成一个字符串，不同的 n-gram 就变得一样。

caught by: test_ngrams_are_sequences_of_tokens
"""

import math
from collections import Counter

import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor


def report(
    logits: Tensor,
    labels: Tensor,
    references: list[list[list[str]]],
    candidates: list[list[str]],
) -> dict[str, float]:
    """Return ``cross_entropy``, ``perplexity``, ``accuracy``, ``bleu``."""
    loss = F.cross_entropy(logits, labels).item()
    perplexity = math.exp(loss)  # a float already: it has no item()
    hits = logits.argmax(dim=1) == labels  # (N,): over the classes
    accuracy = hits.double().mean().item()
    scores = list(map(sentence_bleu, references, candidates))
    bleu = sum(scores) / len(scores)

    # Names beside their numbers: a missing comma in a list of names would
    # join two of them without an error.
    return {
        "cross_entropy": loss,
        "perplexity": perplexity,
        "accuracy": accuracy,
        "bleu": bleu,
    }


def sentence_bleu(references: list[list[str]], candidate: list[str]) -> float:
    """Return the BLEU of one candidate."""
    product = 1.0
    for n in range(1, 5):
        said = ngrams(candidate, n)
        allowed: Counter[str] = Counter()
        for reference in references:
            allowed |= ngrams(reference, n)
        matches = (said & allowed).total()
        if matches == 0:
            return 0.0
        product *= matches / said.total()  # // would give 0 or 1

    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return min(1.0, math.exp(1 - r / c)) * product**0.25


def ngrams(tokens: list[str], n: int) -> Counter[str]:
    """Return the count of each n-gram."""
    starts = range(len(tokens) - n + 1)
    return Counter("".join(tokens[i : i + n]) for i in starts)
