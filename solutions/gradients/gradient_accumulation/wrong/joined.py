"""Joins the micro-batches into one.

把各小批拼成了一个。

caught by: test_each_micro_batch_goes_through_the_model_alone
"""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


def accumulate_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    micro_batches: list[tuple[Tensor, Tensor]],
) -> float:
    """Take one step for all micro-batches; return the loss before it."""
    if not micro_batches:
        raise ValueError("there is no micro-batch")
    # The trap: a mean over each micro-batch, divided by their number, gives
    # the examples of small ones too much weight. So count examples first.
    micro_batches = [(torch.cat([x for x, _ in micro_batches]), torch.cat([y for _, y in micro_batches]))]
    n = sum(len(labels) for _, labels in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for inputs, labels in micro_batches:
        logits = model(inputs)  # (B, C)
        loss = F.cross_entropy(logits, labels, reduction="sum") / n
        loss.backward()  # adds to .grad and frees the graph
        total += loss.item()
    optimizer.step()
    return total
