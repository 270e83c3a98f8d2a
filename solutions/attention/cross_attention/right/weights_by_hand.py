"""Heads folded into the batch, the softmax by hand with masked weights set to 0 before normalising."""

import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, dim, memory_dim, num_heads):
        if dim % num_heads != 0:
            raise ValueError("heads")
        super().__init__()
        self.h = num_heads
        for name, width in (("q_proj", dim), ("k_proj", memory_dim), ("v_proj", memory_dim), ("out_proj", dim)):
            setattr(self, name, nn.Linear(width, dim))

    def _fold(self, y):
        b, n, e = y.shape
        return y.reshape(b, n, self.h, e // self.h).permute(0, 2, 1, 3).reshape(b * self.h, n, e // self.h)

    def forward(self, x, memory, memory_padding_mask=None):
        b, t, e = x.shape
        q, k, v = self._fold(self.q_proj(x)), self._fold(self.k_proj(memory)), self._fold(self.v_proj(memory))
        s = torch.bmm(q, k.mT) / q.shape[-1] ** 0.5
        w = torch.exp(s - s.max(dim=-1, keepdim=True).values)
        if memory_padding_mask is not None:
            w = w * (~memory_padding_mask).repeat_interleave(self.h, dim=0).unsqueeze(1)
        out = torch.bmm(w / w.sum(dim=-1, keepdim=True), v)
        return self.out_proj(out.reshape(b, self.h, t, -1).permute(0, 2, 1, 3).reshape(b, t, e))
