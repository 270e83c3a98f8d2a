"""Replaces parameter.data by a new tensor and keeps the old one aside."""

import torch


class FGM:
    def __init__(self, parameter, epsilon=1.0):
        self.p, self.epsilon, self.old = parameter, epsilon, []

    def attack(self):
        if self.p.grad is None:
            return
        unit = torch.nn.functional.normalize(self.p.grad.double().flatten(), dim=0, eps=0.0)
        if not torch.isfinite(unit).all() or not torch.isfinite(self.p.grad).all():
            return
        self.old.append(self.p.data)
        self.p.data = (self.p.data.double() + self.epsilon * unit.view_as(self.p)).to(self.p.dtype)

    def restore(self):
        if self.old:
            self.p.data = self.old.pop()
