"""The output layer has a weight of its own.

输出层有自己单独的权重。

caught by: test_the_shared_weight_is_one_parameter
also fails: test_blocks_of_zeros_change_nothing,
test_gradients_reach_all_parameters, test_heads_split_the_features,
test_logits_agree_with_pytorch, test_positions_count_along_the_sequence,
test_scores_are_scaled, test_the_loss_is_the_mean_over_targets,
test_the_next_token_is_not_seen
"""


import math

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, dim, num_heads):
        super().__init__()
        self.num_heads = num_heads
        self.ln1, self.ln2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.q_proj, self.k_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.v_proj, self.out_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.fc_in, self.fc_out = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)

    def attention(self, x):
        B, T, D = x.shape
        d = D // self.num_heads
        q = self.q_proj(x).view(B, T, self.num_heads, d).transpose(1, 2)
        k = self.k_proj(x).view(B, T, self.num_heads, d).transpose(1, 2)
        v = self.v_proj(x).view(B, T, self.num_heads, d).transpose(1, 2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(d)
        mask = torch.triu(torch.ones(T, T, dtype=torch.bool), diagonal=1)
        weights = torch.softmax(scores.masked_fill(mask, float("-inf")), dim=-1)
        out = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out)

    def forward(self, x):
        x = x + self.attention(self.ln1(x))
        return x + self.fc_out(F.gelu(self.fc_in(self.ln2(x))))


class TinyGPT(nn.Module):
    def __init__(self, vocab_size, dim, num_heads, num_layers, max_len):
        super().__init__()
        self.max_len = max_len
        self.tok_emb = nn.Embedding(vocab_size, dim)
        self.pos_emb = nn.Embedding(max_len, dim)
        self.blocks = nn.ModuleList(Block(dim, num_heads) for _ in range(num_layers))
        self.ln_f = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, vocab_size, bias=False)

    def forward(self, ids, targets=None):
        B, T = ids.shape
        if T > self.max_len:
            raise ValueError("too long")
        x = self.tok_emb(ids) + self.pos_emb(torch.arange(T))
        for block in self.blocks:
            x = block(x)
        logits = self.head(self.ln_f(x))
        if targets is None:
            return logits, None
        loss = F.cross_entropy(logits.view(B * T, -1), targets.reshape(-1), ignore_index=-100)
        return logits, loss
