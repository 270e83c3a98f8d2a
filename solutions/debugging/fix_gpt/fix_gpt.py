"""A small GPT, repaired.

Six mistakes were in it, in the order of the data: position ids counted the
batch, the split into heads was a plain view, the scores were not scaled, the
mask showed the next token, the attention had no residual, and the output
layer had a weight of its own.
"""

import math

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


class Block(nn.Module):
    """Causal attention and an MLP, both pre-norm and residual."""

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

    def forward(self, x: Tensor) -> Tensor:
        """Take and return (B, T, dim)."""
        x = x + self.attend(self.ln1(x))
        return x + self.fc_out(F.gelu(self.fc_in(self.ln2(x))))

    def attend(self, x: Tensor) -> Tensor:
        """Return the causal attention of x (B, T, dim)."""
        q = self.split(self.q_proj(x))  # (B, h, T, d)
        k = self.split(self.k_proj(x))  # (B, h, T, d)
        v = self.split(self.v_proj(x))  # (B, h, T, d)

        scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, T, T)
        # From the first diagonal above the main one: i sees i, not i + 1.
        length = x.shape[1]
        later = torch.ones(length, length).triu(1).bool()  # (T, T)
        weights = torch.softmax(scores.masked_fill(later, -math.inf), dim=3)
        return self.out_proj((weights @ v).transpose(1, 2).flatten(2))

    def split(self, x: Tensor) -> Tensor:
        """Turn (B, T, dim) into (B, h, T, d): features, not positions."""
        return x.unflatten(2, (self.num_heads, -1)).transpose(1, 2)


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
        self.head.weight = self.tok_emb.weight  # one parameter, two uses

    def forward(
        self,
        ids: Tensor,
        targets: Tensor | None = None,
    ) -> tuple[Tensor, Tensor | None]:
        """Return logits (B, T, V), and the loss where targets are given."""
        length = ids.shape[1]
        if length > self.max_len:
            raise ValueError(f"more than {self.max_len} tokens")
        positions = torch.arange(length, device=ids.device)  # (T,)
        x = self.tok_emb(ids) + self.pos_emb(positions)  # (B, T, dim)
        logits = self.head(self.ln_f(self.blocks(x)))  # (B, T, V)
        if targets is None:
            return logits, None
        # -100 is what cross_entropy leaves out unless it is told otherwise.
        flat = logits.flatten(0, 1)  # (B·T, V)
        return logits, F.cross_entropy(flat, targets.flatten())
