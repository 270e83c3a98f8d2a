"""Starts as the last rows of the embedding.

用词嵌入的最后几行作初始值。

caught by: test_a_new_prompt_is_the_first_rows
also fails: test_every_sequence_has_the_whole_prompt,
test_prompt_and_embedding_share_no_memory,
test_the_prompt_comes_before_the_tokens
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
        rows = embedding.weight[-n_tokens:].clone()
        self.prompt = nn.Parameter(rows)  # (n_tokens, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        prompt = self.prompt.expand(len(ids), -1, -1)  # (B, n_tokens, D)
        return torch.cat([prompt, self.embedding(ids)], dim=1)
