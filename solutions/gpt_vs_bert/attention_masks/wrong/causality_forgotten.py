"""Gives GPT the mask of BERT.

GPT 用了 BERT 的掩码。

caught by: test_gpt_does_not_see_later_tokens
also fails: test_each_sequence_has_its_own_length
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return bert_mask(lengths, max_len)
