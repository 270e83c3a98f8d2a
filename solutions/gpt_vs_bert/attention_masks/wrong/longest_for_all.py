"""Uses the longest length for all sequences.

所有序列都用最长的长度。

caught by: test_each_sequence_has_its_own_length
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths).max().expand(len(lengths))[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return bert_mask(lengths, max_len) & causal
