"""Clips the gradients to a norm of 10, which nobody asked for.

把梯度裁剪到范数 10，而题目并没有要求。

caught by: test_one_micro_batch_is_an_ordinary_step
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
    optimizer.zero_grad()
    total = 0.0
    for inputs, labels in micro_batches:
        logits = model(inputs)  # (B, C)
        loss = F.cross_entropy(logits, labels, reduction="sum") / n
        loss.backward()  # adds to .grad and frees the graph
        total += loss.item()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 10.0)
    optimizer.step()
    return total
