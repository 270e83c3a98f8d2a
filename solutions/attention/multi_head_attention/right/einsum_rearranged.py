"""One einsum per product; the mask is added as 0 and -inf."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, embed_dim: int, num_heads: int):
        if embed_dim % num_heads:
            raise ValueError("embed_dim % num_heads != 0")
        super().__init__()
        self.h = num_heads
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            self.add_module(name, nn.Linear(embed_dim, embed_dim))

    def forward(self, x, key_padding_mask=None):
        B, T, E = x.shape
        shape = (B, T, self.h, E // self.h)
        q, k, v = (layer(x).reshape(shape) for layer in (self.q_proj, self.k_proj, self.v_proj))
        scores = torch.einsum("bqhd,bkhd->bhqk", q, k) * shape[-1] ** -0.5
        if key_padding_mask is not None:
            bias = torch.zeros(B, T).masked_fill(key_padding_mask, float("-inf"))
            scores = scores + bias.view(B, 1, 1, T)
        out = torch.einsum("bhqk,bkhd->bqhd", scores.softmax(-1), v)
        return self.out_proj(out.reshape(B, T, E))
