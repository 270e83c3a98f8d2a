"""The softmax always in float64, by exponentials, and the weights returned in float64, too."""

import math

import torch
from torch.nn import Dropout, Linear, Module


class SelfAttention(Module):
    def __init__(self, hidden_dim, dropout=0.1):
        Module.__init__(self)
        self.query_matrix, self.key_matrix, self.value_matrix = (
            Linear(hidden_dim, hidden_dim, False) for _ in range(3)
        )
        self.dropped = Dropout(dropout)

    def forward(self, x):
        batch = []
        for rows in x.unbind(0):
            asked, keys = self.query_matrix(rows), self.key_matrix(rows)
            logits = asked.double().mm(keys.double().t()).div(math.sqrt(rows.shape[-1]))
            shares = logits.sub(logits.amax(1, keepdim=True)).exp()
            batch.append(shares.div(shares.sum(1, keepdim=True)))
        attention = self.dropped(torch.stack(batch))
        mixed = torch.bmm(attention, self.value_matrix(x).double())
        return mixed.type_as(x), attention
