"""Checks the range of all targets first, so an ignored one of -1 or 255 is an error.

先检查所有标签的范围，于是要忽略的 -1 或 255 也报错。

caught by: test_ignore_index_may_be_any_integer
"""

import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    V = logits.shape[1]
    if ((targets != -100) & ((targets < 0) | (targets >= V))).any():
        raise ValueError
    kept = targets != ignore_index
    if not kept.any():
        raise ValueError
    t = targets[kept]
    if (t < 0).any():
        raise ValueError
    z = logits[kept] - logits[kept].max(1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()
