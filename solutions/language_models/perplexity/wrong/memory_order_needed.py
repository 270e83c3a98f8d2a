"""`view` needs tensors that lie in memory in order; slices and transposed ones do not.

`view` 要求张量在内存里按顺序排列；切片和转置得到的张量并非如此。

caught by: test_tensors_need_not_lie_in_memory_in_order
"""

import math

import torch.nn.functional as F


def losses(logits, labels, ignore_index):
    logits, labels = logits.view(-1, logits.size(-1)), labels.view(-1)
    total = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="sum")
    return total.item(), (labels != ignore_index).sum().item()


def perplexity(logits, labels, ignore_index=-100):
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches, ignore_index=-100):
    sums = [losses(logits, labels, ignore_index) for logits, labels in batches]
    count = sum(n for _, n in sums)
    if count == 0:
        raise ValueError("no labels")
    return math.exp(sum(total for total, _ in sums) / count)
