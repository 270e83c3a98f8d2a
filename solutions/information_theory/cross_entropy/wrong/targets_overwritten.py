"""Replaces ignored targets by 0 in the caller's array.

在调用者的数组里把被忽略的标签改成 0。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    kept = targets != ignore_index
    targets[~kept] = 0
    V = logits.shape[1]
    if not kept.any() or (targets < 0).any() or (targets >= V).any():
        raise ValueError
    z = logits - logits.max(1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -log_p[np.arange(len(targets)), targets][kept].mean()
