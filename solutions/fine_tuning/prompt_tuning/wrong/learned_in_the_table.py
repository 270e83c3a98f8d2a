"""Tokens with the first ids get the learned prompt, too.

编号最小的几个 token 也被换成了学到的提示。

caught by: test_what_the_prompt_has_learned_comes_out
"""

import torch
from torch import Tensor, nn


class SoftPrompt(nn.Module):
    """A trainable prompt in front of frozen embeddings."""

    def __init__(self, embedding: nn.Embedding, n_tokens: int) -> None:
        super().__init__()
        self.embedding = embedding.requires_grad_(False)
        # The trap: without clone the prompt is a view, and every step of
        # training writes into the embedding.
        rows = embedding.weight[:n_tokens].clone()
        self.prompt = nn.Parameter(rows)  # (n_tokens, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        prompt = self.prompt.expand(len(ids), -1, -1)  # (B, n_tokens, D)
        table = torch.cat([self.prompt, self.embedding.weight[len(self.prompt) :]])
        return torch.cat([prompt, table[ids]], dim=1)
