"""Allocates the output and writes both parts; the prompt is looked up by ids at the start."""

import torch
from torch import nn


class SoftPrompt(nn.Module):
    def __init__(self, embedding, n_tokens):
        super().__init__()
        self.embedding = embedding
        self.embedding.weight.requires_grad = False
        self.n = n_tokens
        self.prompt = nn.Parameter(torch.empty(n_tokens, embedding.embedding_dim))
        with torch.no_grad():
            self.prompt.copy_(embedding(torch.arange(n_tokens)))

    def forward(self, ids):
        batch, length = ids.shape
        out = self.prompt.new_zeros(batch, self.n + length, self.prompt.shape[1])
        out[:, : self.n] = self.prompt
        out[:, self.n :] = self.embedding(ids)
        return out
