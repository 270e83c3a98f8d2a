"""Experts to try your `moe` with; the hidden tests call it by this file."""

import torch
from torch import nn


class Expert(nn.Module):
    """Applies a function of your choice to its rows (n, D)."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


class Layer(nn.Module):
    """tanh(x Wᵀ), for the gradients of W (D, D)."""

    def __init__(self, weight):
        super().__init__()
        self.matrix = weight

    def forward(self, x):
        return torch.tanh(x @ self.matrix.T)


def moe_with(x, gate, functions, k):
    """Your moe with an expert for each function."""
    # Imported only now, because the judge loads this file before yours.
    from moe_layer import moe

    return moe(x, gate, [Expert(function) for function in functions], k)


def moe_of(x, gate, weights, k):
    """Your moe with a Layer for each matrix of weights (E, D, D)."""
    from moe_layer import moe

    return moe(x, gate, [Layer(weight) for weight in weights], k)
