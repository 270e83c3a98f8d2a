"""Perplexity of a batch and of a corpus. The statement holds the contract."""

from collections.abc import Iterable

from torch import Tensor


def perplexity(
    logits: Tensor,
    labels: Tensor,
    ignore_index: int = -100,
) -> float:
    """Return the perplexity of logits (..., V) on labels (...).

    Labels equal to ``ignore_index`` do not count; ``ValueError`` if no
    label is left.
    """
    raise NotImplementedError


def corpus_perplexity(
    batches: Iterable[tuple[Tensor, Tensor]],
    ignore_index: int = -100,
) -> float:
    """Return the perplexity of the labels of all pairs (logits, labels)."""
    raise NotImplementedError
