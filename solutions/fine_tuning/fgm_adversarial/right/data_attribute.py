"""Works on .data, with a clone to go back to and explicit flags."""

import torch


class FGM:
    def __init__(self, parameter, epsilon=1.0):
        self.parameter = parameter
        self.epsilon = epsilon
        self.attacked = False

    def attack(self):
        g = self.parameter.grad
        if g is None or not bool(torch.isfinite(g).all()) or not bool(g.any()):
            return
        self.saved = self.parameter.data.clone()
        self.parameter.data.add_(g, alpha=self.epsilon / torch.norm(g).item())
        self.attacked = True

    def restore(self):
        if self.attacked:
            self.parameter.data.copy_(self.saved)
            self.attacked = False
