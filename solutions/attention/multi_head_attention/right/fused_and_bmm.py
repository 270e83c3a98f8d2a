"""The three projections as one matrix product, heads folded into the batch for bmm, the softmax by hand."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, embed_dim: int, num_heads: int) -> None:
        super().__init__()
        if embed_dim % num_heads != 0:
            raise ValueError
        self.num_heads = num_heads
        self.q_proj = nn.Linear(embed_dim, embed_dim, bias=True)
        self.k_proj = nn.Linear(embed_dim, embed_dim, bias=True)
        self.v_proj = nn.Linear(embed_dim, embed_dim, bias=True)
        self.out_proj = nn.Linear(embed_dim, embed_dim, bias=True)
        self.register_buffer("scale", torch.tensor(embed_dim / num_heads).sqrt(), persistent=True)

    def forward(self, x, key_padding_mask=None):
        B, T, E = x.shape
        layers = (self.q_proj, self.k_proj, self.v_proj)
        weight, bias = torch.cat([m.weight for m in layers]), torch.cat([m.bias for m in layers])
        qkv = (x @ weight.t() + bias).reshape(B, T, 3, self.num_heads, -1)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).flatten(1, 2)
        e = (torch.bmm(q, k.transpose(1, 2)) / self.scale)
        e = (e - e.amax(-1, keepdim=True).detach()).exp()
        if key_padding_mask is not None:
            e = e * (~key_padding_mask).repeat_interleave(self.num_heads, dim=0)[:, None, :]
        out = torch.bmm(e / e.sum(-1, keepdim=True), v)
        return self.out_proj(out.view(B, self.num_heads, T, -1).transpose(1, 2).reshape(B, T, E))
