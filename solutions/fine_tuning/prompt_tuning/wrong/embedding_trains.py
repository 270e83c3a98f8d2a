"""Does not freeze the embedding.

没有冻结词嵌入。

caught by: test_only_the_prompt_trains
"""

import torch
from torch import Tensor, nn


class SoftPrompt(nn.Module):
    """A trainable prompt in front of frozen embeddings."""

    def __init__(self, embedding: nn.Embedding, n_tokens: int) -> None:
        super().__init__()
        self.embedding = embedding
        # The trap: without clone the prompt is a view, and every step of
        # training writes into the embedding.
        rows = embedding.weight[:n_tokens].clone()
        self.prompt = nn.Parameter(rows)  # (n_tokens, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        prompt = self.prompt.expand(len(ids), -1, -1)  # (B, n_tokens, D)
        return torch.cat([prompt, self.embedding(ids)], dim=1)
