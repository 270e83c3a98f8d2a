"""A small GPT with mistakes. The statement says what it should do."""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


class Block(nn.Module):
    """Causal attention and an MLP."""

    def __init__(self, dim: int, num_heads: int):
        super().__init__()
        self.num_heads = num_heads
        self.ln1 = nn.LayerNorm(dim)
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(dim, dim)
        self.v_proj = nn.Linear(dim, dim)
        self.out_proj = nn.Linear(dim, dim)
        self.ln2 = nn.LayerNorm(dim)
        self.fc_in = nn.Linear(dim, 4 * dim)
        self.fc_out = nn.Linear(4 * dim, dim)

    def attend(self, x: Tensor) -> Tensor:
        """Return the attention of x (B, T, dim)."""
        batch, length, dim = x.shape
        heads = (batch, self.num_heads, length, dim // self.num_heads)
        q = self.q_proj(x).view(heads)
        k = self.k_proj(x).view(heads)
        v = self.v_proj(x).view(heads)

        scores = q @ k.transpose(-2, -1)
        later = torch.ones(length, length).triu(diagonal=2).bool()
        scores = scores.masked_fill(later, float("-inf"))
        mixed = torch.softmax(scores, dim=-1) @ v
        return self.out_proj(mixed.reshape(batch, length, dim))

    def forward(self, x: Tensor) -> Tensor:
        """Take and return (B, T, dim)."""
        x = self.attend(self.ln1(x))
        return x + self.fc_out(F.gelu(self.fc_in(self.ln2(x))))


class TinyGPT(nn.Module):
    """A language model of a few pre-norm blocks."""

    def __init__(
        self,
        vocab_size: int,
        dim: int,
        num_heads: int,
        num_layers: int,
        max_len: int,
    ):
        super().__init__()
        self.max_len = max_len
        self.tok_emb = nn.Embedding(vocab_size, dim)
        self.pos_emb = nn.Embedding(max_len, dim)
        blocks = [Block(dim, num_heads) for _ in range(num_layers)]
        self.blocks = nn.Sequential(*blocks)
        self.ln_f = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, vocab_size, bias=False)

    def forward(
        self,
        ids: Tensor,
        targets: Tensor | None = None,
    ) -> tuple[Tensor, Tensor | None]:
        """Return logits (B, T, V), and the loss where targets are given."""
        if ids.shape[1] > self.max_len:
            raise ValueError(f"more than {self.max_len} tokens")
        positions = torch.arange(len(ids), device=ids.device)
        x = self.tok_emb(ids) + self.pos_emb(positions)[:, None]
        logits = self.head(self.ln_f(self.blocks(x)))
        if targets is None:
            return logits, None
        flat = logits.flatten(0, 1)
        return logits, F.cross_entropy(flat, targets.flatten())
