"""Keeps a frozen copy of the base as buffers; applies two F.linear calls."""

import torch
import torch.nn.functional as F
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        if r < 1:
            raise ValueError("r")
        super().__init__()
        self.register_buffer("weight", base.weight.detach().clone())
        self.register_buffer("bias", None if base.bias is None else base.bias.detach().clone())
        out_features, in_features = base.weight.shape
        self.lora_A = nn.Parameter(torch.empty(r, in_features).uniform_(-0.1, 0.1))
        self.lora_B = nn.Parameter(torch.zeros((out_features, r)))
        self.scaling = alpha / r

    def forward(self, x):
        update = F.linear(F.linear(x, self.lora_A), self.lora_B)
        return F.linear(x, self.weight, self.bias) + self.scaling * update

    def merge(self):
        weight = self.weight + self.scaling * self.lora_B.detach() @ self.lora_A.detach()
        layer = nn.Linear(weight.shape[1], weight.shape[0])
        layer.weight = nn.Parameter(weight)
        layer.bias = nn.Parameter(torch.zeros(len(weight)) if self.bias is None else self.bias.clone())
        return layer
