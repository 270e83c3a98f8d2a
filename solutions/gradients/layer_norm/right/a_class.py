"""A class that keeps what the backward pass needs."""

import numpy as np


class LayerNorm:
    def __init__(self, gamma, beta, eps):
        self.gamma, self.beta, self.eps = gamma, beta, eps

    def forward(self, x):
        self.inverse = 1.0 / np.sqrt(np.var(x, axis=1) + self.eps)
        self.hat = ((x.T - np.mean(x, axis=1)) * self.inverse).T
        return self.hat * self.gamma + self.beta

    def backward(self, dy):
        g = dy * self.gamma
        a, b = g.mean(1), (g * self.hat).mean(1)
        dx = ((g.T - a - self.hat.T * b) * self.inverse).T
        return dx, np.sum(dy * self.hat, axis=0), np.sum(dy, axis=0)


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    return LayerNorm(gamma, beta, eps).forward(x)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    layer = LayerNorm(gamma, 0.0, eps)
    layer.forward(x)
    return layer.backward(dy)
