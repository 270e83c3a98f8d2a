"""The logarithm of a softmax in float64: that helps down to e^-745 only.

在 float64 里对 softmax 取对数：最多只能撑到 e^-745。

caught by: test_a_loss_of_a_thousand_is_an_ordinary_loss
"""

import torch


def perplexity(logits, labels, ignore_index=-100):
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches, ignore_index=-100):
    found = []
    for logits, labels in batches:
        logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
        keep = labels != ignore_index
        p = torch.softmax(logits[keep].double(), dim=-1)
        found.append(p.gather(-1, labels[keep, None]).log())
    if not found or sum(len(x) for x in found) == 0:
        raise ValueError("no labels")
    return torch.exp(-torch.cat(found).mean()).item()
