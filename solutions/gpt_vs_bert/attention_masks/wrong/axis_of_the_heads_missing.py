"""Returns GPT's mask as (B, T, T).

GPT 的掩码返回成了 (B, T, T)。

caught by: test_gpt_has_the_shape_of_scores
also fails: test_each_sequence_has_its_own_length,
test_every_token_sees_itself, test_gpt_does_not_see_later_tokens,
test_gpt_sees_all_earlier_tokens
"""

import torch


def bert_mask(lengths, max_len):
    real = torch.arange(max_len) < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, max_len, max_len)


def gpt_mask(lengths, max_len):
    causal = torch.ones(max_len, max_len, dtype=torch.bool).tril()
    return (bert_mask(lengths, max_len) & causal)[:, 0]
