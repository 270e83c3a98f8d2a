"""Cuts the sequence to its old length, so the last tokens are lost.

截回原来的长度，末尾的 token 丢了。

caught by: test_the_output_is_longer_by_the_prompt
also fails: test_every_sequence_has_the_whole_prompt,
test_gradients_reach_the_prompt_from_every_sequence,
test_the_prompt_comes_before_the_tokens,
test_what_the_prompt_has_learned_comes_out
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
        return torch.cat([prompt, self.embedding(ids)], dim=1)[:, : ids.shape[1]]
