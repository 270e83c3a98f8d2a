"""Clears the gradients only after the step.

只在更新之后清零。

caught by: test_old_gradients_do_not_count
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
    n = sum(len(labels) for _, labels in micro_batches)
    total = 0.0
    for inputs, labels in micro_batches:
        logits = model(inputs)  # (B, C)
        loss = F.cross_entropy(logits, labels, reduction="sum") / n
        loss.backward()  # adds to .grad and frees the graph
        total += loss.item()
    optimizer.step()
    optimizer.zero_grad()
    return total
