"""attack() leaves behind a function that undoes it; sums of squares by hand."""

import math

import torch


class FGM:
    def __init__(self, parameter, epsilon=1.0):
        self.parameter, self.epsilon = parameter, epsilon
        self.undo = lambda: None

    def attack(self):
        gradient = self.parameter.grad
        norm = 0.0 if gradient is None else math.sqrt(float((gradient.double() ** 2).sum()))
        if not 0 < norm < math.inf:
            return
        before = self.parameter.detach().clone()

        def undo():
            with torch.no_grad():
                self.parameter[...] = before
            self.undo = lambda: None

        self.undo = undo
        with torch.no_grad():
            self.parameter.add_(gradient * (self.epsilon / norm))

    def restore(self):
        self.undo()
