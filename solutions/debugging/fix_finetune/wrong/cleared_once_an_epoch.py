"""Clears the gradients once an epoch.

每个 epoch 只清零一次。

caught by: test_each_step_uses_its_own_batch_only
also fails: test_train_loss_is_a_mean_over_examples,
test_training_is_in_training_mode
"""

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
    n_train = sum(len(labels) for _, labels in train_batches)
    n_val = sum(len(labels) for _, labels in val_batches)
    history = []
    for _ in range(epochs):
        model.train()
        optimizer.zero_grad()
        train_loss = 0.0
        for inputs, labels in train_batches:  # inputs come first

            loss = F.cross_entropy(model(inputs), labels)
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * len(labels)  # a sum over examples

        model.eval()  # or dropout goes on
        val_loss, hits = 0.0, 0
        with torch.no_grad():  # eval() alone still records graphs
            for inputs, labels in val_batches:
                logits = model(inputs)  # (B, C)
                loss = F.cross_entropy(logits, labels)
                val_loss += loss.item() * len(labels)
                hits += int((logits.argmax(dim=1) == labels).sum())

        history.append(
            {
                "train_loss": train_loss / n_train,
                "val_loss": val_loss / n_val,
                "val_accuracy": hits / n_val,
            }
        )
    return history
