"""Ignored labels are made harmless with clamp(min=0), which leaves an ignore_index of V and more as it is.

用 clamp(min=0) 处理被忽略的标签，可 ignore_index 不小于 V 时毫无作用。

caught by: test_ignore_index_is_the_one_given
"""

import torch


def perplexity(logits, labels, ignore_index=-100):
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
        keep = labels != ignore_index
        picked = torch.log_softmax(logits, dim=-1).gather(-1, labels.clamp(min=0)[:, None])[:, 0]
        total -= picked[keep].sum().item()
        count += int(keep.sum())
    if count == 0:
        raise ValueError("no labels")
    return torch.exp(torch.tensor(total / count)).item()
