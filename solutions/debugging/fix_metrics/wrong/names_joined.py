"""The comma between two names is still missing.

两个名字之间仍少一个逗号。

caught by: test_the_report_has_four_keys
also fails: test_a_short_candidate_pays_the_penalty, test_accuracy_is_a_share,
test_accuracy_looks_along_the_classes,
test_bleu_is_the_mean_over_the_sentences, test_ngrams_are_sequences_of_tokens,
test_of_two_equally_close_lengths_the_shorter_counts,
test_perplexity_is_its_exponential, test_precisions_are_fractions,
test_repetitions_are_clipped
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
    names = ["cross_entropy", "perplexity" "accuracy", "bleu"]
    return dict(zip(names, [loss, perplexity, accuracy, bleu], strict=False))


def sentence_bleu(references: list[list[str]], candidate: list[str]) -> float:
    """Return the BLEU of one candidate."""
    product = 1.0
    for n in range(1, 5):
        said = ngrams(candidate, n)
        allowed: Counter[tuple[str, ...]] = Counter()
        for reference in references:
            allowed |= ngrams(reference, n)
        matches = (said & allowed).total()
        if matches == 0:
            return 0.0
        product *= matches / said.total()  # // would give 0 or 1

    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return min(1.0, math.exp(1 - r / c)) * product**0.25


def ngrams(tokens: list[str], n: int) -> Counter[tuple[str, ...]]:
    """Return the count of each n-gram."""
    starts = range(len(tokens) - n + 1)
    return Counter(tuple(tokens[i : i + n]) for i in starts)
