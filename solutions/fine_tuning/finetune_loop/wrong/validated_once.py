"""Validates after the first epoch only, and repeats these numbers.

只在第一个 epoch 之后验证，以后重复同样的数。

caught by: test_adam_keeps_its_moments_over_epochs
"""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn

Batches = list[tuple[Tensor, Tensor]]


def finetune(
    model: nn.Module,
    train_batches: Batches,
    val_batches: Batches,
    lr: float,
    epochs: int,
) -> list[dict[str, float]]:
    """Train ``model`` and return the three numbers of each epoch."""
    # Once for all epochs: Adam's moments live in it.
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        train_loss = train(model, train_batches, optimizer)
        if not history:
            val_loss, val_accuracy = evaluate(model, val_batches)
        history.append(
            {
                "train_loss": train_loss,
                "val_loss": val_loss,
                "val_accuracy": val_accuracy,
            }
        )
    return history


def train(
    model: nn.Module,
    batches: Batches,
    optimizer: torch.optim.Optimizer,
) -> float:
    """Take one step a batch and return the mean loss of the examples."""
    model.train()  # in every epoch: evaluate() has left evaluation mode
    total, count = 0.0, 0
    for inputs, labels in batches:
        loss = F.cross_entropy(model(inputs), labels)
        optimizer.zero_grad()  # backward() adds to what is there
        loss.backward()
        optimizer.step()
        # The trap: loss is a mean over this batch, and sizes differ.
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count


@torch.no_grad()
def evaluate(model: nn.Module, batches: Batches) -> tuple[float, float]:
    """Return the mean loss and the accuracy over the examples."""
    model.eval()
    total, correct, count = 0.0, 0, 0
    for inputs, labels in batches:
        logits = model(inputs)  # (B, C)
        total += F.cross_entropy(logits, labels, reduction="sum").item()
        correct += int((logits.argmax(dim=1) == labels).sum())
        count += len(labels)
    return total / count, correct / count
