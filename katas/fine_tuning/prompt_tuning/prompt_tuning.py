"""A soft prompt. The statement holds the contract."""

from torch import Tensor, nn


class SoftPrompt(nn.Module):
    """A trainable prompt in front of frozen embeddings."""

    def __init__(self, embedding: nn.Embedding, n_tokens: int) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (B, T) to (B, n_tokens + T, D)."""
        raise NotImplementedError
