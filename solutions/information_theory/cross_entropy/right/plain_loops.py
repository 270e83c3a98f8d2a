"""A loop over rows with math; collects the losses in a list."""

import math


def cross_entropy(logits, targets, ignore_index=-100):
    losses = []
    for row, target in zip(logits, targets):
        if target == ignore_index:
            continue
        if not 0 <= target < len(row):
            raise ValueError(f"target {target} out of range")
        m = max(row)
        losses.append(m + math.log(sum(math.exp(x - m) for x in row)) - row[target])
    if not losses:
        raise ValueError("no target left")
    return sum(losses) / len(losses)
