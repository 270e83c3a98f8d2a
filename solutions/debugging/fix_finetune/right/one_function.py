"""All in one function; totals as tensors; zero_grad on the model."""

import torch
from torch import nn
from torch.optim import Adam


def finetune(model, train_batches, val_batches, lr, epochs):
    criterion = nn.CrossEntropyLoss()
    optimizer = Adam(model.parameters(), lr=lr)
    history = []
    n_train = sum(len(y) for _, y in train_batches)
    n_val = sum(len(y) for _, y in val_batches)
    for epoch in range(epochs):
        model.train()
        train_loss = torch.tensor(0.0, dtype=torch.float64)
        for x, y in train_batches:
            model.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            train_loss += loss.detach() * y.shape[0] / n_train
        model.eval()
        with torch.inference_mode():
            logits = [model(x) for x, _ in val_batches]
            val_loss = sum(criterion(z, y) * len(y) for z, (_, y) in zip(logits, val_batches)) / n_val
            hits = sum((z.argmax(-1) == y).float().sum() for z, (_, y) in zip(logits, val_batches))
        history.append(
            {"epoch": epoch, "train_loss": train_loss, "val_loss": val_loss.item(), "val_accuracy": (hits / n_val).item()}
        )
    return history
