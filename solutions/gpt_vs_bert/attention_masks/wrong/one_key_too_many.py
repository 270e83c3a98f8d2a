"""Lets the first padding key be seen.

第一个填充的 key 也能看到。

caught by: test_padding_begins_right_after_the_last_token
also fails: test_each_sequence_has_its_own_length
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) <= torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return bert_mask(lengths, max_len) & causal
