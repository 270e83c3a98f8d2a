"""Einstein sums instead of matrix products and transposes."""

import torch
from torch import einsum, nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        for name in ("query_matrix", "key_matrix", "value_matrix"):
            setattr(self, name, nn.Linear(hidden_dim, hidden_dim, bias=False))
        self.p = dropout
        self.hidden_dim = hidden_dim

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = einsum("bih,bjh->bij", q, k) * self.hidden_dim**-0.5
        weights = scores.softmax(-1)
        weights = nn.functional.dropout(weights, p=self.p, training=self.training)
        return einsum("bij,bjh->bih", weights, v), weights
