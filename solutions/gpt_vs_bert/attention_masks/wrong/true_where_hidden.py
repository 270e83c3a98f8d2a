"""Gives True where attention is forbidden.

不可关注的位置为 True，正好反了。

caught by: test_every_token_sees_itself
also fails: test_bert_does_not_see_padding, test_bert_sees_the_whole_sequence,
test_each_sequence_has_its_own_length, test_gpt_does_not_see_later_tokens,
test_gpt_sees_all_earlier_tokens,
test_padding_begins_right_after_the_last_token
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return ~real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return bert_mask(lengths, max_len) | ~causal
