"""Hides each token from itself in GPT.

GPT 中每个 token 看不到自己。

caught by: test_every_token_sees_itself
also fails: test_each_sequence_has_its_own_length
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril(-1)
    return bert_mask(lengths, max_len) & causal
