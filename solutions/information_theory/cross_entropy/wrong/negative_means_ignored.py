"""Leaves out every negative target, not only ignore_index.

忽略了所有负的标签，而不只是 ignore_index。

caught by: test_ignore_index_may_be_any_integer
also fails: test_all_targets_ignored_raise_value_error,
test_minus_100_is_an_error_when_another_index_is_ignored,
test_targets_outside_the_classes_raise_value_error
"""

import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    kept = targets >= 0
    V = logits.shape[1]
    t = targets[kept]
    if not kept.any() or (t >= V).any():
        raise ValueError
    z = logits[kept] - logits[kept].max(1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()
