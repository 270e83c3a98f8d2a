"""A fine-tuning loop with mistakes. The statement says what it should do."""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


def finetune(
    model: nn.Module,
    train_batches: list[tuple[Tensor, Tensor]],
    val_batches: list[tuple[Tensor, Tensor]],
    lr: float,
    epochs: int,
) -> list[dict[str, float]]:
    """Train ``model`` and return the three numbers of each epoch."""
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        model.train()
        train_losses = []
        for labels, inputs in train_batches:
            logits = model(inputs)
            loss = F.cross_entropy(logits, labels)
            loss.backward()
            optimizer.step()
            train_losses.append(loss.item())

        val_losses, accuracies = [], []
        for inputs, labels in val_batches:
            logits = model(inputs)
            loss = F.cross_entropy(logits, labels)
            val_losses.append(loss.item())
            hits = logits.argmax(dim=1) == labels
            accuracies.append(hits.float().mean().item())

        history.append(
            {
                "train_loss": sum(train_losses) / len(train_losses),
                "val_loss": sum(val_losses) / len(val_losses),
                "val_accuracy": sum(accuracies) / len(accuracies),
            }
        )
    return history
