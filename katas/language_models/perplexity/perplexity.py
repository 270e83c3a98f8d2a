"""Perplexity of a batch and of a corpus. The statement holds the contract."""

from collections.abc import Iterable

from torch import Tensor


def perplexity(logits: Tensor, labels: Tensor, ignore_index: int = -100) -> float:
    """Return the perplexity of logits (..., V) on labels (...), without those that are ``ignore_index``.

    No label left raises ``ValueError``.
    """
    raise NotImplementedError


def corpus_perplexity(batches: Iterable[tuple[Tensor, Tensor]], ignore_index: int = -100) -> float:
    """Return the perplexity of all labels of the pairs (logits, labels) together."""
    raise NotImplementedError
