"""Plain loops over single numbers; the whole history of gradients is kept."""

import math

import numpy as np


class AdamW:
    def __init__(self, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay
        self.history = {}

    def average(self, values, beta):
        total = sum((1 - beta) * beta ** (len(values) - 1 - i) * value for i, value in enumerate(values))
        return total / (1 - beta ** len(values))

    def step(self, params, grads):
        new = {name: np.array(value, dtype=float) for name, value in params.items()}
        for name, g in grads.items():
            self.history.setdefault(name, []).append(np.array(g))
            for i in np.ndindex(np.shape(g)):
                past = [float(old[i]) for old in self.history[name]]
                m, v = self.average(past, self.betas[0]), self.average([x * x for x in past], self.betas[1])
                theta = float(params[name][i])
                new[name][i] = theta - self.lr * (self.weight_decay * theta + m / (math.sqrt(v) + self.eps))
        return new
