"""F.dropout with training=self.training; the scale computed in forward from the shape."""

import torch
import torch.nn.functional as F
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.p = dropout

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        weights = F.softmax(torch.bmm(q, k.mT) / x.size(-1) ** 0.5, dim=-1)
        return torch.bmm(F.dropout(weights, self.p, training=self.training), v), weights
