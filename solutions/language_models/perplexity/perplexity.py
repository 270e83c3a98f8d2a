"""Perplexity: exp of the mean negative log-likelihood, in nats.

Padding and batching are the hard part, not the formula: the mean is taken
once, over all labels that count, at the very end.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def perplexity(
    logits: Tensor,
    labels: Tensor,
    ignore_index: int = -100,
) -> float:
    """Return the perplexity of logits (..., V) on labels (...).

    Labels equal to ``ignore_index`` count nothing; ``ValueError`` if no
    label is left.
    """
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(
    batches: Iterable[tuple[Tensor, Tensor]],
    ignore_index: int = -100,
) -> float:
    """Return the perplexity of the labels of all pairs (logits, labels).

    The trap: a mean over batches, of losses or of perplexities, gives a label
    in a small batch more weight than another. So only sums are kept, and
    `batches` is read once, since a generator can't be read a second time.
    """
    total, count = torch.zeros((), dtype=torch.float64), 0
    for logits, labels in batches:
        losses = nats(logits, labels, ignore_index)  # (n,)
        total += losses.double().sum()
        count += len(losses)
    if count == 0:
        raise ValueError("no label is left to take the mean over")
    return torch.exp(total / count).item()


def nats(logits: Tensor, labels: Tensor, ignore_index: int) -> Tensor:
    """Return -ln p(label) of each label that counts, in order: (n,)."""
    counts = labels != ignore_index  # (...)
    # A mask takes whole rows, whatever the number of leading dimensions.
    logits, labels = logits[counts], labels[counts]  # (n, V), (n,)

    # Not log(softmax(x)): that is -inf where a probability is too small for
    # a float. log_softmax subtracts the largest logit and never divides.
    log_p = torch.log_softmax(logits, dim=1)  # (n, V)
    return -log_p[torch.arange(len(labels)), labels]  # (n,)
