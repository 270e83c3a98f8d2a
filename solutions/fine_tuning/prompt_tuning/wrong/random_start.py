"""Starts the prompt at random.

随机初始化提示。

caught by: test_a_new_prompt_is_the_first_rows
also fails: test_a_prompt_may_be_all_rows,
test_every_sequence_has_the_whole_prompt,
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
        rows = torch.randn(n_tokens, embedding.embedding_dim)
        self.prompt = nn.Parameter(rows)  # (n_tokens, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        prompt = self.prompt.expand(len(ids), -1, -1)  # (B, n_tokens, D)
        return torch.cat([prompt, self.embedding(ids)], dim=1)
