"""log_softmax and gather on all positions with a mask, returned as a 0-d tensor; a small class keeps the totals."""

import torch


class Meter:
    def __init__(self, ignore_index):
        self.ignore_index, self.nll, self.tokens = ignore_index, 0.0, 0

    def add(self, logits, labels):
        mask = labels.ne(self.ignore_index)
        safe = labels.masked_fill(~mask, 0)
        picked = torch.log_softmax(logits, -1).gather(-1, safe.unsqueeze(-1))[..., 0]
        self.nll = self.nll - (picked * mask).sum()
        self.tokens += mask.sum().item()
        return self

    def value(self):
        if self.tokens == 0:
            raise ValueError("no tokens")
        return torch.exp(self.nll / self.tokens)


def perplexity(logits, labels, ignore_index=-100):
    return Meter(ignore_index).add(logits, labels).value()


def corpus_perplexity(batches, ignore_index=-100):
    meter = Meter(ignore_index)
    for logits, labels in iter(batches):
        meter.add(logits, labels)
    return meter.value()
