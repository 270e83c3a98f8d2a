"""A small class with state that the function fills and reads; features as rows of the transpose; np.cov."""

import numpy as np


class Layer:
    def __init__(self, mean, var, momentum, eps):
        self.mean, self.var = np.array(mean), np.array(var)
        self.momentum, self.eps = momentum, eps

    def train(self, rows):
        n = rows.shape[1]
        if n < 2:
            raise ValueError("need two examples")
        mean = rows.mean(-1)
        unbiased = np.array([np.cov(row) for row in rows]).reshape(mean.shape)
        self.mean = np.average([self.mean, mean], axis=0, weights=[1 - self.momentum, self.momentum])
        self.var = np.average([self.var, unbiased], axis=0, weights=[1 - self.momentum, self.momentum])
        return self.normal(rows, mean, unbiased * (n - 1) / n)

    def normal(self, rows, mean, var):
        return (rows - mean[:, None]) / (var[:, None] + self.eps) ** 0.5


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    layer = Layer(running_mean, running_var, momentum, eps)
    rows = layer.train(x.T) if training else layer.normal(x.T, layer.mean, layer.var)
    return rows.T * gamma + beta, layer.mean, layer.var
