"""Softmax and dropout written out by hand, one sequence at a time."""

import torch
from torch import nn


def softmax_rows(scores):
    exps = torch.exp(scores - scores.max(dim=-1, keepdim=True).values)
    return exps / exps.sum(dim=-1, keepdim=True)


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.hidden_dim, self.keep = hidden_dim, 1.0 - dropout
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, False)

    def drop(self, weights):
        if not self.training or self.keep == 1.0:
            return weights
        kept = torch.rand_like(weights) < self.keep
        return torch.where(kept, weights / self.keep, torch.zeros_like(weights))

    def forward(self, x):
        outputs, all_weights = [], []
        for sequence in x:
            q, k, v = (layer(sequence) for layer in (self.query_matrix, self.key_matrix, self.value_matrix))
            weights = self.drop(softmax_rows(q.matmul(k.t()) / torch.sqrt(torch.tensor(self.hidden_dim, dtype=x.dtype))))
            outputs.append(weights.matmul(v))
            all_weights.append(weights)
        return [torch.stack(outputs), torch.stack(all_weights)]
