"""Masks of zeros that are filled with slices; padding queries see nothing."""

import torch


def bert_mask(lengths, max_len):
    mask = torch.zeros(len(lengths), 1, max_len, max_len, dtype=torch.bool)
    for b, n in enumerate(lengths):
        mask[b, :, :n, :n] = True
    return mask


def gpt_mask(lengths, max_len):
    mask = bert_mask(lengths, max_len)
    for i in range(max_len):
        mask[..., i, i + 1 :] = False
    return mask
