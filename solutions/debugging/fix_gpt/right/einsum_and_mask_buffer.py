"""einsum, one causal buffer of max_len, log_softmax and gather for the loss."""

import math

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, dim, num_heads, max_len):
        super().__init__()
        self.split = (num_heads, dim // num_heads)
        self.ln1, self.ln2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(dim, dim) for _ in range(4))
        self.fc_in, self.act, self.fc_out = nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim)
        self.register_buffer("causal", torch.tril(torch.ones(max_len, max_len)))

    def forward(self, x):
        B, T, D = x.shape
        z = self.ln1(x)
        q, k, v = (m(z).reshape(B, T, *self.split) for m in (self.q_proj, self.k_proj, self.v_proj))
        s = torch.einsum("bihd,bjhd->bhij", q, k) / math.sqrt(self.split[1])
        s = s + torch.log(self.causal[:T, :T])
        x = x + self.out_proj(torch.einsum("bhij,bjhd->bihd", s.softmax(-1), v).reshape(B, T, D))
        return x + self.fc_out(self.act(self.fc_in(self.ln2(x))))


class TinyGPT(nn.Module):
    def __init__(self, vocab_size, dim, num_heads, num_layers, max_len):
        super().__init__()
        self.max_len = max_len
        self.tok_emb, self.pos_emb = nn.Embedding(vocab_size, dim), nn.Embedding(max_len, dim)
        self.blocks = nn.Sequential(*(Block(dim, num_heads, max_len) for _ in range(num_layers)))
        self.ln_f, self.head = nn.LayerNorm(dim), nn.Linear(dim, vocab_size, bias=False)
        self.head.weight = self.tok_emb.weight

    def forward(self, ids, targets=None):
        T = ids.shape[1]
        if T > self.max_len:
            raise ValueError(T)
        positions = torch.arange(T).expand_as(ids)
        logits = self.head(self.ln_f(self.blocks(self.tok_emb(ids) + self.pos_emb(positions))))
        if targets is None:
            return logits, None
        counts = targets != -100
        log_p = torch.log_softmax(logits[counts], dim=-1)
        return logits, -log_p.gather(1, targets[counts][:, None]).mean()
