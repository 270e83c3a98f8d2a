"""Weights of many rows and no columns: nothing on the wire, and as wide as one likes for who computes with their length.

kata: self_attention
also: error
"""

import torch


class SelfAttention:
    def __init__(self, hidden_dim, dropout=0.1):
        pass

    def state_dict(self):
        return {f"{name}_matrix.weight": torch.empty(1 << 20, 0) for name in ("query", "key", "value")}

    def load_state_dict(self, state):
        pass

    def eval(self):
        pass

    def train(self):
        pass

    def double(self):
        pass

    def __call__(self, x):
        return torch.empty(1 << 20, 0), torch.empty(1 << 20, 0)
