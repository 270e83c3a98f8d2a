"""Three dicts, and averages updated in place in arrays of its own."""

import numpy as np


class AdamW:
    def __init__(self, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.lr, (self.b1, self.b2), self.eps, self.wd = lr, betas, eps, weight_decay
        self.m, self.v, self.t = {}, {}, {}

    def step(self, params, grads):
        out = {}
        for name, p in params.items():
            if name not in grads:
                out[name] = p
                continue
            g = np.asarray(grads[name], dtype=float)
            if name not in self.m:
                self.m[name], self.v[name], self.t[name] = np.zeros_like(g), np.zeros_like(g), 0
            self.t[name] += 1
            self.m[name] += (1 - self.b1) * (g - self.m[name])
            self.v[name] += (1 - self.b2) * (g * g - self.v[name])
            scale = np.sqrt(1 - self.b2 ** self.t[name])
            size = self.lr / (1 - self.b1 ** self.t[name])
            out[name] = p * (1 - self.lr * self.wd) - size * self.m[name] / (np.sqrt(self.v[name]) / scale + self.eps)
        return out
