"""Perplexity: exp of the mean negative log-likelihood, in nats, over the labels that count.

Padding and batching are the hard part, not the formula: a mean is only taken once, over all labels, at the very end.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def perplexity(logits: Tensor, labels: Tensor, ignore_index: int = -100) -> float:
    """Return the perplexity of logits (..., V) on labels (...), without those that are ``ignore_index``.

    No label left raises ``ValueError``.
    """
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches: Iterable[tuple[Tensor, Tensor]], ignore_index: int = -100) -> float:
    """Return the perplexity of all labels of the pairs (logits, labels) together; ``ValueError`` if there are none.

    The trap: a mean over batches, of losses or of perplexities, lets a label in a small batch weigh more than another.
    So only sums are kept, and `batches` is gone through once, since a generator can be read no second time.
    """
    total, count = torch.zeros((), dtype=torch.float64), 0
    for logits, labels in batches:
        losses = negative_log_likelihoods(logits, labels, ignore_index)  # (n,)
        total += losses.double().sum().cpu()
        count += losses.numel()
    if count == 0:
        raise ValueError("no label is left to take the mean over")
    return torch.exp(total / count).item()


def negative_log_likelihoods(logits: Tensor, labels: Tensor, ignore_index: int) -> Tensor:
    """Return −ln p(label) of each label that is not ``ignore_index``: (n,), in their order."""
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)  # (N, V), (N,)
    counts = labels != ignore_index  # (N,)
    logits, labels = logits[counts], labels[counts]  # (n, V), (n,)

    # log_softmax subtracts the largest logit; log(softmax(x)) is -inf where a probability is too small for a float.
    log_p = torch.log_softmax(logits, dim=-1)  # (n, V)
    return -log_p.gather(-1, labels[:, None]).squeeze(-1)  # (n,)
