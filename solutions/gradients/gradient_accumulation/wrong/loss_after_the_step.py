"""Computes the result with the new weights.

用更新之后的权重计算返回值。

caught by: test_the_result_is_the_loss_before_the_step
also fails: test_each_micro_batch_goes_through_the_model_once,
test_equal_micro_batches_make_one_large_one,
test_the_result_is_the_mean_loss_over_the_examples
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
    with torch.no_grad():
        return sum(F.cross_entropy(model(x), y, reduction="sum").item() for x, y in micro_batches) / n
