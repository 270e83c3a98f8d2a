"""Adds the update to the weight in every forward pass; merges through a state dict."""

import torch
from torch import nn
from torch.func import functional_call


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        super().__init__()
        if r < 1:
            raise ValueError("rank")
        self.base = base
        self.base.weight.requires_grad_(False)
        if self.base.bias is not None:
            self.base.bias.requires_grad_(False)
        self.lora_A = nn.Parameter(torch.ones(r, base.in_features))
        self.lora_B = nn.Parameter(self.lora_A.new_zeros(base.out_features, r))
        self.alpha = alpha

    def weight(self):
        return self.base.weight + (self.alpha / self.lora_A.size(0)) * (self.lora_B @ self.lora_A)

    def forward(self, x):
        return functional_call(self.base, {"weight": self.weight()}, (x,))

    def merge(self):
        state = {k: v.clone() for k, v in self.base.state_dict().items()}
        state["weight"] = self.weight().detach()
        layer = nn.Linear(self.base.in_features, self.base.out_features, bias="bias" in state)
        layer.load_state_dict(state)
        return layer
