"""A generator for each parameter: gradients are sent in, updates come out."""

from collections import defaultdict

import numpy as np


def updates(b1, b2, eps):
    m = v = 0.0
    p1 = p2 = 1.0
    update = None
    while True:
        g = yield update
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * np.square(g)
        p1, p2 = p1 * b1, p2 * b2
        update = (m / (1 - p1)) / (np.sqrt(v / (1 - p2)) + eps)


class AdamW:
    def __init__(self, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        def start():
            generator = updates(*betas, eps)
            next(generator)
            return generator

        self.lr, self.decay, self.running = lr, weight_decay, defaultdict(start)

    def step(self, params, grads):
        moved = {k: params[k] - self.lr * (self.decay * params[k] + self.running[k].send(g)) for k, g in grads.items()}
        return {**params, **moved}
