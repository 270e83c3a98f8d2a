"""A pre-norm Transformer block, as in GPT-2.

Radford et al., "Language Models are Unsupervised Multitask Learners"; why the
norm stands in front: Xiong et al., "On Layer Normalization in the Transformer
Architecture". Dropout and the KV cache are left to other katas.
"""

import math

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


class TransformerBlock(nn.Module):
    """A block of GPT: causal attention, then an MLP, both residual."""

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
        """Take x (B, T, dim) and return (B, T, dim)."""
        # The trap: what is added to is x, not ln1(x). And the second line
        # starts from the first one's sum. Not `x +=`: that changes the input.
        x = x + self.attend(self.ln1(x))
        return x + self.fc_out(F.gelu(self.fc_in(self.ln2(x))))

    def attend(self, x: Tensor) -> Tensor:
        """Return the causal multi-head attention of x (B, T, dim)."""
        q = self.split(self.q_proj(x))  # (B, h, T, d)
        k = self.split(self.k_proj(x))  # (B, h, T, d)
        v = self.split(self.v_proj(x))  # (B, h, T, d)

        scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, T, T)
        later = torch.ones_like(scores, dtype=torch.bool).triu(1)
        scores = scores.masked_fill(later, -math.inf)
        heads = torch.softmax(scores, dim=3) @ v  # (B, h, T, d)
        return self.out_proj(heads.transpose(1, 2).flatten(2))

    def split(self, x: Tensor) -> Tensor:
        """Turn (B, T, dim) into (B, h, T, d)."""
        return x.unflatten(2, (self.num_heads, -1)).transpose(1, 2)
