"""The argmax still runs over the rows.

argmax 仍沿行的方向。

caught by: test_accuracy_looks_along_the_classes
also fails: test_a_candidate_too_short_scores_zero,
test_a_short_candidate_pays_the_penalty, test_accuracy_is_a_share,
test_bleu_is_the_mean_over_the_sentences,
test_cross_entropy_is_the_mean_in_nats, test_large_logits_do_not_overflow,
test_ngrams_are_sequences_of_tokens,
test_of_two_equally_close_lengths_the_shorter_counts,
test_precisions_are_fractions, test_repetitions_are_clipped,
test_the_report_has_four_keys
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
    hits = logits.argmax(dim=0) == labels
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
