"""A list of heads, each a slice of the features, and torch.cat at the end."""

import math

import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    def __init__(self, embed_dim, num_heads):
        super().__init__()
        self.width, rest = divmod(embed_dim, num_heads)
        if rest != 0:
            raise ValueError(f"cannot split {embed_dim} into {num_heads} heads")
        self.num_heads = num_heads
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(embed_dim, embed_dim) for _ in range(4))

    def forward(self, x, key_padding_mask=None):
        queries, keys, values = self.q_proj(x), self.k_proj(x), self.v_proj(x)
        heads = []
        for n in range(self.num_heads):
            part = slice(n * self.width, (n + 1) * self.width)
            q, k, v = queries[..., part], keys[..., part], values[..., part]
            scores = torch.matmul(q, k.permute(0, 2, 1)) / math.sqrt(self.width)
            if key_padding_mask is not None:
                scores = torch.where(key_padding_mask.unsqueeze(1), torch.tensor(-1e9), scores)
            heads.append(torch.matmul(nn.functional.softmax(scores, dim=2), v))
        return self.out_proj(torch.cat(heads, dim=2))
