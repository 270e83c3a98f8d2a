"""A trainer class; per-example losses are collected and averaged at the end."""

import torch
import torch.nn.functional as F


class Trainer:
    def __init__(self, model, lr):
        self.model = model
        self.optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr)

    def fit(self, batches):
        self.model.train(True)
        values = []
        for x, y in batches:
            losses = F.cross_entropy(self.model(x), y, reduction="none")
            values += losses.tolist()
            self.optimizer.zero_grad(set_to_none=False)
            losses.mean().backward()
            self.optimizer.step()
        return sum(values) / len(values)

    def score(self, batches):
        self.model.train(False)
        with torch.no_grad():
            logits = torch.cat([self.model(x) for x, _ in batches])
        labels = torch.cat([y for _, y in batches])
        return F.cross_entropy(logits, labels).item(), (logits.argmax(1) == labels).double().mean().item()


def finetune(model, train_batches, val_batches, lr, epochs):
    trainer, history = Trainer(model, lr), []
    for _ in range(epochs):
        row = {"train_loss": trainer.fit(train_batches)}
        row["val_loss"], row["val_accuracy"] = trainer.score(val_batches)
        history.append(row)
    return history
