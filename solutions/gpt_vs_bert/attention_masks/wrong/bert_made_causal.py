"""Makes BERT causal too.

BERT 也做成了因果的。

caught by: test_bert_sees_the_whole_sequence
also fails: test_each_sequence_has_its_own_length,
test_padding_begins_right_after_the_last_token
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len).tril()


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return bert_mask(lengths, max_len) & causal
