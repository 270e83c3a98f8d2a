"""The scale is a registered buffer, the products are torch.bmm, the weights returned are those before dropout."""

import torch
import torch.nn as nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim: int, dropout: float = 0.1) -> None:
        super(SelfAttention, self).__init__()
        make = lambda: nn.Linear(hidden_dim, hidden_dim, bias=False)  # noqa: E731
        self.query_matrix, self.key_matrix, self.value_matrix = make(), make(), make()
        self.register_buffer("scale", torch.tensor(float(hidden_dim)).sqrt())
        self.attn_dropout = nn.Dropout(p=dropout)

    def forward(self, x: torch.Tensor):
        query = self.query_matrix(x) / self.scale
        scores = torch.bmm(query, self.key_matrix(x).permute(0, 2, 1))
        weights = nn.Softmax(dim=2)(scores)
        return torch.bmm(self.attn_dropout(weights), self.value_matrix(x)), weights
