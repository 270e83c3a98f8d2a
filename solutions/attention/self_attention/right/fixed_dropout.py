"""No `dropout` argument, a fixed probability of 0.1, and a float32 scale of shape (1,) on the CPU: the contract bears it."""

import torch
import torch.nn as nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.drop = nn.Dropout(0.1)
        self.root = torch.sqrt(torch.FloatTensor([hidden_dim]))

    def forward(self, x):
        attention = torch.softmax(self.query_matrix(x) @ self.key_matrix(x).mT / self.root, dim=-1)
        attention = self.drop(attention)
        return attention @ self.value_matrix(x), attention
