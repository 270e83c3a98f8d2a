"""Functional style: the update as one einsum, the merged layer built by deepcopy."""

import copy

import torch
import torch.nn.functional as F
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        super().__init__()
        if r <= 0:
            raise ValueError(r)
        self.base, self.r, self.alpha = base, r, alpha
        for parameter in base.parameters():
            parameter.requires_grad = False
        self.lora_A = nn.Parameter(torch.randn(r, base.in_features) * 0.01)
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, r))

    def forward(self, x):
        out = F.linear(x, self.base.weight, self.base.bias)
        return out + torch.einsum("...i,ri,or->...o", x, self.lora_A, self.lora_B) * self.alpha / self.r

    def merge(self):
        layer = copy.deepcopy(self.base)
        layer.weight.data += self.alpha / self.r * torch.einsum("or,ri->oi", self.lora_B, self.lora_A).detach()
        return layer
