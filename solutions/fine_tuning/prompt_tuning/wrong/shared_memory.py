"""The prompt is a view of the embedding, so training writes into it.

提示是词嵌入的视图，训练会写进词嵌入。

caught by: test_prompt_and_embedding_share_no_memory
also fails: test_what_the_prompt_has_learned_comes_out
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
        rows = embedding.weight[:n_tokens].detach()
        self.prompt = nn.Parameter(rows)  # (n_tokens, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        prompt = self.prompt.expand(len(ids), -1, -1)  # (B, n_tokens, D)
        return torch.cat([prompt, self.embedding(ids)], dim=1)
