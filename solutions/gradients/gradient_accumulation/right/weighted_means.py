"""The mean of each micro-batch, weighted by its share of the examples."""

import torch
from torch import nn


def accumulate_step(model, optimizer, micro_batches):
    if len(micro_batches) == 0:
        raise ValueError("empty")
    criterion = nn.CrossEntropyLoss()
    sizes = [inputs.shape[0] for inputs, _ in micro_batches]
    model.zero_grad(set_to_none=True)
    loss_sum = torch.zeros(())
    for (inputs, labels), size in zip(micro_batches, sizes):
        share = criterion(model(inputs), labels) * (size / sum(sizes))
        share.backward()
        loss_sum = loss_sum + share.detach()
    optimizer.step()
    return loss_sum
