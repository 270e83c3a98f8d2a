"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from attention_masks import bert_mask, gpt_mask


def test_bert_sees_all_real_tokens():
    """Both real queries see both real tokens and not the padding.

    两个真实 query 都能看到两个真实 token，看不到填充。
    """
    mask = bert_mask([2], 3)
    due = [[True, True, False], [True, True, False]]
    assert mask[0, 0, :2].tolist() == due


def test_gpt_sees_nothing_later():
    """The first token sees itself only, the second sees both.

    第一个 token 只能看到自己，第二个能看到两个。
    """
    mask = gpt_mask([2], 3)
    due = [[True, False, False], [True, True, False]]
    assert mask[0, 0, :2].tolist() == due


def test_masks_broadcast_over_heads():
    """A mask fits scores of shape (B, heads, T, T).

    掩码可以直接用在形状为 (B, 头数, T, T) 的得分上。
    """
    for mask in (bert_mask([2, 4], 4), gpt_mask([2, 4], 4)):
        assert mask.dtype == torch.bool
        assert mask.shape == (2, 1, 4, 4)
        scores = torch.zeros(2, 8, 4, 4).masked_fill(~mask, float("-inf"))
        assert scores.shape == (2, 8, 4, 4)
