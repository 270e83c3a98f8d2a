"""Heads one after another as slices; the shared weight is registered under both names by hand."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class PreNormBlock(nn.Module):
    def __init__(self, dim, num_heads):
        super().__init__()
        self.d = dim // num_heads
        self.dim = dim
        self.ln1 = nn.LayerNorm(dim)
        self.ln2 = nn.LayerNorm(dim)
        self.q_proj, self.k_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.v_proj, self.out_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.fc_in, self.fc_out = nn.Linear(dim, dim * 4), nn.Linear(dim * 4, dim)

    def forward(self, x):
        z, T = self.ln1(x), x.shape[1]
        q, k, v = self.q_proj(z), self.k_proj(z), self.v_proj(z)
        heads = []
        for start in range(0, self.dim, self.d):
            qh, kh, vh = (m.narrow(2, start, self.d) for m in (q, k, v))
            scores = torch.bmm(qh, kh.permute(0, 2, 1)) * self.d**-0.5
            seen = torch.arange(T)[:, None] >= torch.arange(T)
            scores = torch.where(seen, scores, torch.tensor(-1e9))
            heads.append(torch.bmm(F.softmax(scores, dim=2), vh))
        h = x + self.out_proj(torch.cat(heads, 2))
        return h + self.fc_out(F.gelu(self.fc_in(self.ln2(h))))


class TinyGPT(nn.Module):
    def __init__(self, vocab_size, dim, num_heads, num_layers, max_len):
        super().__init__()
        self.tok_emb = nn.Embedding(vocab_size, dim)
        self.pos_emb = nn.Embedding(max_len, dim)
        self.ln_f = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, vocab_size, bias=False)
        self.head.register_parameter("weight", self.tok_emb.weight)
        self.blocks = nn.ModuleList()
        for _ in range(num_layers):
            self.blocks.append(PreNormBlock(dim, num_heads))
        self.limit = max_len

    def forward(self, ids, targets=None):
        if ids.shape[-1] > self.limit:
            raise ValueError(f"{ids.shape[-1]} > {self.limit}")
        h = self.tok_emb(ids) + self.pos_emb(torch.arange(ids.shape[-1])).unsqueeze(0)
        for block in self.blocks:
            h = block(h)
        out = self.head(self.ln_f(h))
        if targets is None:
            return out, None
        return out, F.nll_loss(F.log_softmax(out, -1).reshape(-1, out.shape[-1]), targets.reshape(-1))
