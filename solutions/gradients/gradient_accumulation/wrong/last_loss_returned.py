"""Returns the loss of the last micro-batch.

返回的是最后一个小批的损失。

caught by: test_the_result_is_the_mean_loss_over_the_examples
also fails: test_equal_micro_batches_make_one_large_one
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
    optimizer.step()
    return loss.item() * n / len(labels)
