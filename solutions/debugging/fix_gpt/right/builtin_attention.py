"""PyTorch's own attention with is_causal, a ModuleList, tok_emb takes the weight of head."""

import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.ln1, self.ln2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            self.add_module(name, nn.Linear(dim, dim))
        self.fc_in, self.fc_out = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)

    def forward(self, x):
        b, t, c = x.shape
        z = self.ln1(x)
        q, k, v = (p(z).view(b, t, self.heads, -1).transpose(1, 2) for p in (self.q_proj, self.k_proj, self.v_proj))
        a = F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).reshape(b, t, c)
        x = x + self.out_proj(a)
        return x + self.fc_out(F.gelu(self.fc_in(self.ln2(x))))


class TinyGPT(nn.Module):
    def __init__(self, vocab_size, dim, num_heads, num_layers, max_len):
        super().__init__()
        self.head = nn.Linear(dim, vocab_size, bias=False)
        self.tok_emb = nn.Embedding(vocab_size, dim)
        self.tok_emb.weight = self.head.weight
        self.pos_emb = nn.Embedding(max_len, dim)
        self.blocks = nn.ModuleList([Layer(dim, num_heads) for _ in range(num_layers)])
        self.ln_f = nn.LayerNorm(dim)

    def forward(self, ids, targets=None):
        if ids.size(1) > self.pos_emb.num_embeddings:
            raise ValueError("sequence too long")
        x = self.tok_emb(ids) + self.pos_emb.weight[: ids.size(1)]
        for layer in self.blocks:
            x = layer(x)
        logits = self.head(self.ln_f(x))
        loss = None
        if targets is not None:
            loss = F.cross_entropy(logits.transpose(1, 2), targets, ignore_index=-100)
        return logits, loss
