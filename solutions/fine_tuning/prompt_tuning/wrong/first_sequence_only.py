"""Only the first sequence gets the prompt, the others zeros.

只有第一个序列有提示，其余是零。

caught by: test_every_sequence_has_the_whole_prompt
also fails: test_gradients_reach_the_prompt_from_every_sequence,
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
        keep = torch.arange(len(ids)).reshape(-1, 1, 1) == 0
        prompt = prompt * keep
        return torch.cat([prompt, self.embedding(ids)], dim=1)
