"""Loops over pairs in nested lists."""

import torch


def bert_mask(lengths, max_len):
    return torch.tensor([[[[j < n for j in range(max_len)] for i in range(max_len)]] for n in lengths])


def gpt_mask(lengths, max_len):
    return torch.tensor([[[[j <= i and j < n for j in range(max_len)] for i in range(max_len)]] for n in lengths])
