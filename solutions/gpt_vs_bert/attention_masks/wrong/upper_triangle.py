"""Lets GPT see later tokens and hides earlier ones.

GPT 看到的是之后的 token，之前的反而看不到。

caught by: test_gpt_sees_all_earlier_tokens
also fails: test_each_sequence_has_its_own_length,
test_gpt_does_not_see_later_tokens
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).triu()
    return bert_mask(lengths, max_len) & causal
